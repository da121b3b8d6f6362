package org.forkshell.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.forkshell.codegen.Program;
import org.forkshell.execution.Environment;
import org.forkshell.execution.Inspector;
import org.forkshell.execution.Lab;
import org.forkshell.execution.Lab.Input;
import org.forkshell.execution.ProcessStatus;
import org.forkshell.execution.Session;
import org.forkshell.execution.TemporaryFolder;
import org.forkshell.language.Compilation;
import org.forkshell.language.Language;
import org.forkshell.lesson.Block;
import org.forkshell.lesson.Lesson;
import org.forkshell.lesson.LessonCatalog;
import org.forkshell.lesson.LessonFolder;
import org.forkshell.lesson.LessonReader;
import org.forkshell.lesson.Observation;
import org.forkshell.process.Event;
import org.forkshell.process.KernelWait;
import org.forkshell.process.ProcessTree;
import org.forkshell.prompt.TimedTypist;
import org.forkshell.shell.PromptSession;
import org.forkshell.shell.SegmentLoader;
import org.forkshell.shell.Settings;
import org.forkshell.source.Diagnostic;
import org.forkshell.source.SourceText;
import org.forkshell.source.Span;
import org.forkshell.terminal.Typewriter;
import org.forkshell.tutor.Replay;
import org.forkshell.wire.Board.StandardOutput;
import org.jspecify.annotations.Nullable;

/**
 * Looks for what is wrong with lessons: files that cannot be read, languages that are missing or
 * that say different things, programs that do not compile, here or with {@code cc}, expectations
 * that some of many runs contradict, claims without an experiment.
 */
final class LessonCheck {
  private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.CHINESE);

  /** A replay for so many runs of each program. */
  private static final int RUNS_FOR_A_REPLAY = 25;

  private static final int WIDTH = 80;

  private final LabStart labs;
  private final int runs;
  private final PrintStream out;
  private final Language language = Languages.c();
  private boolean good = true;

  /**
   * @param runs how often each program with expectations is run
   */
  LessonCheck(LabStart labs, int runs, PrintStream out) {
    this.labs = labs;
    this.runs = runs;
    this.out = out;
  }

  /** Checks lessons, saying what is wrong; whether nothing is. */
  boolean check(List<Path> folders) throws IOException, InterruptedException {
    labs.begin(Input.PROMPT);
    for (Path folder : folders) {
      boolean before = good;
      good = true;
      check(folder);
      if (good) {
        out.println(LessonCatalog.nameOf(folder) + ": ok");
      }
      good &= before;
      out.flush();
    }
    return good;
  }

  private void wrong(Path where, String what) {
    good = false;
    out.println(where + ": " + what);
  }

  private void wrong(Diagnostic diagnostic) {
    good = false;
    out.println(diagnostic.render(Locale.ENGLISH));
  }

  private void check(Path folder) throws IOException, InterruptedException {
    Map<Locale, Lesson> lessons = new HashMap<>();
    boolean readable = true;
    for (Locale language : LANGUAGES) {
      Path file = LessonReader.file(folder, language);
      if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        wrong(file, "this language is missing");
        continue;
      }
      LessonReader.Reading reading = LessonReader.read(folder, language);
      for (Diagnostic diagnostic : reading.diagnostics()) {
        readable = false;
        wrong(diagnostic);
      }
      lessons.put(language, reading.lesson());
    }
    if (!readable) {
      // Nothing of a lesson is opened that may be outside it, or run that its author did not mean.
      return;
    }
    Lesson english = lessons.get(Locale.ENGLISH);
    Lesson chinese = lessons.get(Locale.CHINESE);
    if (english != null && chinese != null) {
      new LessonComparison(english, chinese).differences().forEach(what -> wrong(folder, what));
    }
    Lesson lesson = english == null ? chinese : english;
    if (lesson != null) {
      claims(folder, lesson);
      programs(folder, lesson);
    }
    for (Map.Entry<Locale, Lesson> one : lessons.entrySet()) {
      if (good) {
        replay(folder, one.getKey(), one.getValue());
      }
    }
  }

  /** What is typed is tried as well, several times: it has no program that could be run alone. */
  private void replay(Path folder, Locale language, Lesson lesson)
      throws IOException, InterruptedException {
    for (int i = 0; i < Math.max(1, runs / RUNS_FOR_A_REPLAY) && good; i++) {
      Typewriter unseen = new Typewriter(WIDTH, true);
      TimedTypist typist =
          new TimedTypist(unseen, new TimedTypist.Pace(1, false, Duration.ZERO), labs.clock());
      try (PromptSession session =
          new ForkShell(labs).session(new Settings(language), unseen, Replay.GRACE)) {
        for (String failure : Replay.run(session, lesson, typist)) {
          wrong(LessonReader.file(folder, language), failure);
        }
      }
    }
  }

  private void claims(Path folder, Lesson lesson) {
    Set<String> tried = new HashSet<>();
    for (Lesson.Step step : lesson.steps()) {
      for (Block block : step.blocks()) {
        if (block instanceof Block.Experiment experiment) {
          tried.add("claim " + experiment.claim());
        }
      }
    }
    for (String covered : lesson.covers()) {
      if (covered.startsWith("claim ") && !tried.contains(covered)) {
        wrong(folder, covered + " has no experiment");
      }
    }
  }

  private void programs(Path folder, Lesson lesson) throws IOException, InterruptedException {
    Map<String, Optional<Program>> compiled = new HashMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file :
          files.filter(one -> one.toString().endsWith(language.extension())).sorted().toList()) {
        String name = file.getFileName().toString();
        Span place = new Span(new SourceText(file.toString(), ""), 0, 0);
        Diagnostic refusal = new LessonFolder(folder).refusal(name, place);
        if (refusal != null) {
          wrong(refusal);
          continue;
        }
        Optional<Program> program = compile(file, lesson);
        compiled.put(name, program);
        if (program.isPresent()) {
          compileWithCc(file);
        }
      }
    }
    for (Lesson.Step step : lesson.steps()) {
      for (Block block : step.blocks()) {
        if (block instanceof Block.Run run) {
          tryOut(folder, run.program(), run.expectations(), null, compiled);
        } else if (block instanceof Block.Experiment experiment && experiment.program() != null) {
          tryOut(folder, experiment.program(), experiment.expectations(), experiment, compiled);
        }
      }
    }
  }

  private Optional<Program> compile(Path file, Lesson lesson) throws IOException {
    Compilation<Program> compilation = new ProgramFile(file, language).compile(lesson);
    compilation.diagnostics().forEach(this::wrong);
    return Optional.ofNullable(compilation.result());
  }

  private void compileWithCc(Path file) throws IOException, InterruptedException {
    Process cc;
    try {
      cc =
          new ProcessBuilder("cc", "-Wall", "-pthread", "-o", "/dev/null", file.toString())
              .redirectErrorStream(true)
              .redirectInput(new java.io.File("/dev/null"))
              .start();
    } catch (IOException none) {
      return;
    }
    String said = new String(cc.getInputStream().readAllBytes());
    if (!cc.waitFor(60, TimeUnit.SECONDS) || cc.exitValue() != 0) {
      wrong(file, "cc refuses it:\n" + said);
    }
  }

  private void tryOut(
      Path folder,
      Block.Program program,
      List<Block.Expectation> expectations,
      Block.@Nullable Experiment experiment,
      Map<String, Optional<Program>> compiled)
      throws IOException, InterruptedException {
    if (!compiled.containsKey(program.file())) {
      wrong(
          program.place().source().name().isEmpty() ? folder : folder,
          "there is no " + program.file());
      return;
    }
    Optional<Program> code = compiled.get(program.file());
    if (code.isEmpty()) {
      return;
    }
    Map<String, Integer> contradicted = new HashMap<>();
    List<Observation> seen = new ArrayList<>();
    int times = experiment == null ? runs : wholeGroups(experiment.runs());
    for (int i = 0; i < times; i++) {
      Observation run = run(program, code.get());
      if (run == null) {
        // Once is enough: a hundred runs would take a hundred times its time.
        wrong(
            Path.of(program.place().source().name()),
            program.file() + " did not end in " + program.timeout().toSeconds() + " s");
        return;
      }
      seen.add(run);
      for (Block.Expectation expectation : expectations) {
        if (!expectation.condition().holds(run) && experiment == null) {
          contradicted.merge(expectation.text(), 1, Integer::sum);
        }
      }
    }
    contradicted.forEach(
        (text, count) ->
            wrong(
                Path.of(program.place().source().name()),
                program.file() + ": " + count + " of " + runs + " runs contradict “" + text + "”"));
    if (experiment != null) {
      findings(experiment, seen);
    }
  }

  /** As many runs as are asked for, and more where an experiment needs more. */
  private int wholeGroups(int group) {
    return Math.max(1, runs / group) * group;
  }

  /** Groups the runs as the experiment would have them, and asks of each what it finds. */
  private void findings(Block.Experiment experiment, List<Observation> seen) {
    int size = Math.max(1, experiment.runs());
    for (int from = 0; from + size <= seen.size(); from += size) {
      List<Observation> group = seen.subList(from, from + size);
      Observation all = size == 1 ? group.get(0) : Observation.of(group);
      Block.Finding finding = experiment.finding(all);
      Path where = Path.of(experiment.place().source().name());
      if (!experiment.agrees(finding)) {
        wrong(where, "claim " + experiment.claim() + " is found otherwise in some runs");
        return;
      }
      if (finding == Block.Finding.NOT_TRIED) {
        return;
      }
      for (Block.Expectation expectation : experiment.expectations()) {
        if (!expectation.condition().holds(all)) {
          wrong(
              where,
              "claim "
                  + experiment.claim()
                  + ": some runs contradict “"
                  + expectation.text()
                  + "”");
          return;
        }
      }
    }
  }

  /** Null where the program did not end in its time. */
  private @Nullable Observation run(Block.Program program, Program code)
      throws IOException, InterruptedException {
    if (program.input().isEmpty()) {
      return run(program, code, Path.of("/dev/null"));
    }
    try (TemporaryFolder folder = new TemporaryFolder()) {
      return run(program, code, Files.writeString(folder.path().resolve("input"), program.input()));
    }
  }

  private @Nullable Observation run(Block.Program program, Program code, Path input)
      throws IOException, InterruptedException {
    Lab lab = labs.get(Input.PROMPT);
    List<Event> events = new ArrayList<>();
    Session.Options options =
        new Session.Options(
            program.limit(), StandardOutput.valueOf(program.stdout().name()), false, true, input);
    Session session =
        lab.begin(
            options,
            event -> {
              synchronized (events) {
                events.add(event);
              }
            });
    List<String> words = new ArrayList<>();
    words.add(language.programName(program.file()));
    words.addAll(program.arguments());
    session.append(
        ProgramRun.entry(code, words, Environment.variables(), new SegmentLoader(false)));
    if (!session.awaitEnd(program.timeout())) {
      session.close();
      return null;
    }
    synchronized (events) {
      return Observation.of(List.copyOf(events), new Kernel(session.inspector()));
    }
  }

  /** What can be asked when a run is over. */
  private record Kernel(Inspector inspector) implements Observation.Live {
    @Override
    public long reaper() {
      return inspector.reaper();
    }

    @Override
    public Optional<String> variable(String name, int pid) {
      return Optional.empty();
    }

    @Override
    public Optional<Long> address(String name) {
      return Optional.empty();
    }

    @Override
    public Optional<Character> state(int pid) {
      return inspector.status(pid).map(ProcessStatus::state);
    }

    @Override
    public Optional<Integer> threads(int pid) {
      return inspector.status(pid).map(ProcessStatus::threads);
    }

    @Override
    public @Nullable KernelWait kernelWait(int pid, ProcessTree family) {
      return inspector.waits(List.of(pid), family).of(pid);
    }
  }
}
