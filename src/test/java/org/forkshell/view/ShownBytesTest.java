package org.forkshell.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.forkshell.process.Event;
import org.forkshell.process.Event.Origin;
import org.forkshell.process.FlushReason;
import org.forkshell.process.ProcessName;
import org.forkshell.process.ProcessTree;
import org.forkshell.process.WaitStatus;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every byte that a program wrote is shown exactly once, by its writer, and no line is wider than
 * the screen: random families, random chunks, random widths.
 */
class ShownBytesTest {
  private static final String[] SNIPPETS = {
    "a",
    "word ",
    "你好",
    "，世界",
    "é",
    "e\u0301",
    "\uD83D\uDE00",
    "x".repeat(70),
    "\n",
    "\n",
    "  ",
    "…",
    "长".repeat(30),
    "tail",
    "0123456789 "
  };

  static LongStream some() {
    return LongStream.rangeClosed(1, 300);
  }

  static LongStream many() {
    return LongStream.rangeClosed(301, 20_000);
  }

  @ParameterizedTest
  @MethodSource("some")
  void everyByteIsShownOnceByItsWriter(long seed) {
    check(seed);
  }

  @ParameterizedTest
  @MethodSource("many")
  @Tag("long")
  void everyByteIsShownOnceByItsWriterAgainAndAgain(long seed) {
    check(seed);
  }

  /**
   * A row begins a line of the program, unless it goes on with "…" where one was shown before it
   * had ended: so the rows of a process give back every byte it wrote, whatever bytes.
   */
  @ParameterizedTest
  @MethodSource("some")
  void rowsAreTheLinesThatWereWrittenEmptyOnesToo(long seed) {
    Random random = new Random(seed);
    Stage stage = new Stage(random, 0);
    stage.choice.level(Feedback.SILENT);
    for (int i = 0; i < 100; i++) {
      switch (random.nextInt(8)) {
        case 0 -> stage.fork(stage.anyone());
        case 1 -> stage.end();
        default -> stage.writeBytes();
      }
    }
    stage.end();
    assertThat(stage.rows()).as("seed %s", seed).isEqualTo(stage.lines());
  }

  private static void check(long seed) {
    Random random = new Random(seed);
    int width = random.nextInt(4) == 0 ? 0 : 20 + random.nextInt(100);
    Stage stage = new Stage(random, width);
    for (int i = 0; i < 40 + random.nextInt(100); i++) {
      stage.happen();
    }
    stage.end();
    assertThat(stage.shown()).as("seed %s, width %s", seed, width).isEqualTo(stage.written());
    assertThat(stage.tooWide()).as("seed %s, width %s", seed, width).isEmpty();
  }

  /** A family whose events are made up, and what is shown of it. */
  private static final class Stage {
    private final Random random;
    private final int width;
    private final ProcessTree tree = new ProcessTree();
    private final NoteChoice choice = new NoteChoice();
    private final List<Remark> remarks = new ArrayList<>();
    private final LineLayout layout = new LineLayout();
    private final Narrator narrator = new Narrator(new NoFacts(tree), choice::isOn, remarks::add);
    private final Wording wording =
        new Wording(
            () -> new Messages(Messages.class, "Messages", Locale.ENGLISH),
            () -> Explanations.in(Locale.ENGLISH),
            choice,
            () -> Drawing.BOX);
    private final List<Integer> alive = new ArrayList<>();
    private final Map<Integer, Integer> children = new HashMap<>();
    private final Map<Integer, Integer> parents = new HashMap<>();
    private final Map<String, ByteArrayOutputStream> written = new TreeMap<>();
    private final Map<String, StringBuilder> shown = new TreeMap<>();
    private final Map<String, StringBuilder> rows = new TreeMap<>();
    private final List<String> tooWide = new ArrayList<>();
    private int pids = 9_990;

    Stage(Random random, int width) {
      this.random = random;
      this.width = width;
      choice.level(Feedback.values()[random.nextInt(4)]);
      alive.add(pids);
      hear(new Event.Born(at(pids), 0, 0));
    }

    private static Origin at(int pid) {
      return new Origin(pid, 0, 1, List.of());
    }

    private void hear(Event event) {
      tree.add(event);
      narrator.hear(event);
      show();
    }

    private int anyone() {
      return alive.get(random.nextInt(alive.size()));
    }

    void happen() {
      int pid = anyone();
      switch (random.nextInt(10)) {
        case 0 -> fork(pid);
        case 1 -> exit(pid);
        case 2 -> {
          narrator.pause();
          show();
        }
        case 3 -> hear(new Event.Blocked(at(pid), Event.Call.SLEEP, 1_000_000_000));
        default -> write(pid);
      }
    }

    private void fork(int pid) {
      int child = ++pids;
      int index = children.merge(pid, 1, Integer::sum);
      parents.put(child, pid);
      alive.add(child);
      hear(new Event.Forked(at(pid), child, index));
      hear(new Event.Born(at(child), pid, index, random.nextInt(3)));
    }

    private void exit(int pid) {
      if (alive.size() > 1 && pid != 9_990) {
        alive.remove((Integer) pid);
        hear(new Event.Exiting(at(pid), random.nextInt(3)));
        int parent = parents.get(pid);
        if (alive.contains(parent) && random.nextBoolean()) {
          hear(new Event.Waited(at(parent), pid, WaitStatus.ofExit(0), 0));
        }
      }
    }

    private void write(int pid) {
      int fd = random.nextInt(5) == 0 ? 2 : 1;
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(6); i >= 0; i--) {
        text.append(SNIPPETS[random.nextInt(SNIPPETS.length)]);
      }
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      written.computeIfAbsent(key(pid, fd), key -> new ByteArrayOutputStream()).writeBytes(bytes);
      // The kernel cuts where it likes, in the middle of a character too.
      int cut = random.nextInt(bytes.length + 1);
      FlushReason[] reasons = FlushReason.values();
      for (byte[] part :
          List.of(Arrays.copyOf(bytes, cut), Arrays.copyOfRange(bytes, cut, bytes.length))) {
        if (part.length > 0) {
          hear(new Event.Output(at(pid), fd, part, reasons[random.nextInt(reasons.length)]));
        }
      }
    }

    /** Any bytes that are told apart when they are shown, blanks and line ends more than others. */
    private void writeBytes() {
      int pid = anyone();
      byte[] bytes = new byte[random.nextInt(4) == 0 ? random.nextInt(3000) : 1];
      for (int i = 0; i < bytes.length; i++) {
        int any = random.nextInt(0x80);
        bytes[i] = (byte) (random.nextInt(3) == 0 ? '\n' : any == '\t' || any == '^' ? ' ' : any);
      }
      written.computeIfAbsent(key(pid, 1), key -> new ByteArrayOutputStream()).writeBytes(bytes);
      hear(new Event.Output(at(pid), 1, bytes, FlushReason.WRITE));
    }

    private String key(int pid, int fd) {
      return tree.nameOf(pid).orElseThrow() + " " + fd;
    }

    void end() {
      narrator.settle();
      show();
    }

    private void show() {
      for (LabelledLine line : wording.lines(remarks)) {
        row(line);
        for (Text text : layout.lines(line, width)) {
          if (width > 0 && text.width() >= width) {
            tooWide.add(text.toString());
          }
          take(line.name(), text);
        }
      }
      remarks.clear();
    }

    private void row(LabelledLine line) {
      StringBuilder text = rows.computeIfAbsent(line.name() + " 1", key -> new StringBuilder());
      boolean goesOn = false;
      StringBuilder row = new StringBuilder();
      for (Text.Piece piece : line.what() == null ? List.<Text.Piece>of() : line.what().pieces()) {
        if (piece.style() != Style.CONTROL) {
          row.append(piece.text());
          continue;
        }
        String names = piece.text();
        goesOn |= names.startsWith("…");
        for (int at = names.indexOf('^'); at >= 0; at = names.indexOf('^', at + 2)) {
          row.append((char) ((names.charAt(at + 1) - '@') & 0x7F));
        }
      }
      text.append(goesOn ? "" : "\n").append(row);
    }

    /** What the rows of each process say that it wrote; a line end comes before each. */
    Map<String, String> rows() {
      Map<String, String> all = new TreeMap<>();
      rows.forEach((key, text) -> all.put(key, text.toString()));
      return all;
    }

    /** The same of what was written: whether its last line has ended cannot be seen there. */
    Map<String, String> lines() {
      Map<String, String> all = new TreeMap<>();
      written.forEach(
          (key, bytes) -> {
            String text = bytes.toString(StandardCharsets.ISO_8859_1);
            if (!text.isEmpty()) {
              all.put(
                  key, "\n" + (text.endsWith("\n") ? text.substring(0, text.length() - 1) : text));
            }
          });
      return all;
    }

    private void take(ProcessName name, Text text) {
      for (Text.Piece piece : text.pieces()) {
        boolean error = piece.style() == Style.ERROR_OUTPUT;
        if (error || piece.style() == Style.OUTPUT) {
          shown
              .computeIfAbsent(name + (error ? " 2" : " 1"), key -> new StringBuilder())
              .append(piece.text());
        } else if (piece.style() == Style.CONTROL && piece.text().startsWith("\\x")) {
          // A character that was cut in two by what was shown in between.
          shown.computeIfAbsent(name + " halves", key -> new StringBuilder()).append(piece.text());
        }
      }
    }

    /** What was written, without the line ends. */
    Map<String, String> written() {
      Map<String, String> all = new TreeMap<>();
      written.forEach(
          (key, bytes) -> {
            String text = bytes.toString(StandardCharsets.UTF_8).replace("\n", "");
            if (!text.isEmpty()) {
              all.put(key, text);
            }
          });
      return all;
    }

    Map<String, String> shown() {
      Map<String, String> all = new TreeMap<>();
      shown.forEach((key, text) -> all.put(key, text.toString()));
      all.values().removeIf(String::isEmpty);
      return all;
    }

    List<String> tooWide() {
      return tooWide;
    }
  }

  /** No values, no memory to look into. */
  private record NoFacts(ProcessTree tree) implements Facts {
    @Override
    public long reaper() {
      return 1;
    }

    @Override
    public List<Value> values(Event.LineDone done) {
      return List.of();
    }

    @Override
    public Waiting waiting(int pid) {
      return null;
    }

    @Override
    public String errorName(int errno) {
      return "E" + errno;
    }

    @Override
    public boolean isReadOnly(long address) {
      return false;
    }

    @Override
    public String place(Origin origin) {
      return "";
    }
  }
}
