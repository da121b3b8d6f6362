package org.forkshell.view.xray;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.forkshell.process.ProcessName;
import org.forkshell.view.xray.Buffers.Holder;
import org.forkshell.view.xray.Buffers.Mode;
import org.forkshell.view.xray.Buffers.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuffersTest {
  private static Stream stream(
      String name, int fd, String target, Mode mode, boolean reading, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    long capacity = mode == Mode.NONE || mode == Mode.UNUSED ? 0 : 1024;
    return new Stream(
        name, fd, target, mode, reading, bytes.length, Literal.of(bytes, true), capacity);
  }

  private static Holder holder(String name, int pid, String printed) {
    return new Holder(
        new Crowd.Member(ProcessName.of(name), pid),
        List.of(
            stream("stdin", 0, "", Mode.LINE, true, "rest of a line\n"),
            stream("stdout", 1, "", printed.isEmpty() ? Mode.UNUSED : Mode.LINE, false, printed),
            stream("stderr", 2, "", Mode.NONE, false, ""),
            stream("out", 3, "out.txt", Mode.FULL, false, "one\ttwo\n子进程的一行\n")));
  }

  private static List<Holder> holders(String name) {
    List<Holder> all = new ArrayList<>();
    switch (name) {
      case "one" -> all.add(holder("P", 4120, ""));
      case "two" -> {
        all.add(holder("P", 4120, "fork!"));
        all.add(holder("P.1", 4121, "fork!"));
      }
      case "differing" -> {
        all.add(holder("P", 4120, "fork!"));
        all.add(holder("P.1", 4121, "fork! and more"));
      }
      case "many" -> {
        for (int i = 0; i < 64; i++) {
          all.add(holder(i == 0 ? "P" : "P." + i, 4120 + i, i == 0 ? "" : "fork!"));
        }
      }
      default -> throw new AssertionError(name);
    }
    return all;
  }

  @ParameterizedTest
  @CsvSource({
    "one, 40, box, en",
    "two, 40, box, zh",
    "two, 80, box, en",
    "differing, 40, ascii, en",
    "differing, 80, box, en",
    "differing, 80, box, zh",
    "differing, 80, words, en",
    "differing, 80, words, zh",
    "differing, 200, box, en",
    "many, 40, box, en",
    "many, 80, box, en"
  })
  void buffersAreShownAsBefore(String name, int width, String drawing, String language)
      throws Exception {
    Medium medium = Golden.medium(width, drawing, language);
    String drawn = Golden.drawn(Buffers.draw(holders(name), medium), width);
    Golden.check("buffers." + name + "." + width + "." + language + "." + drawing, drawn);
  }

  @Test
  void everyByteIsShown() {
    byte[] bytes = {'a', 0, (byte) 0xff, '"', (byte) 0xe5, (byte) 0xad, (byte) 0x90, (byte) 0xe5};
    assertThat(Literal.of(bytes, true)).isEqualTo("\"a\\000\\377\\\"子\\345\"");
    assertThat(Literal.of(new byte[] {'a'}, false)).isEqualTo("\"a\"…");
  }

  @Test
  void longBytesAreWrappedAndNotCut() {
    String text = "abcdefghij".repeat(30);
    Holder holder =
        new Holder(
            new Crowd.Member(ProcessName.ROOT, 1),
            List.of(stream("stdout", 1, "", Mode.FULL, false, text)));
    String drawn = Golden.drawn(Buffers.draw(List.of(holder), Golden.medium(40, "box", "en")), 40);
    assertThat(drawn.replaceAll("\\s+", "")).contains(text);
  }
}
