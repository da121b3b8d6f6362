package org.forkshell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A lesson that plays by itself is cut short at its terminal. */
class ReplayCutTest {
  private static final String LESSON =
      Path.of("lessons", "04-a-loop-of-forks").toAbsolutePath().toString();

  private static final Pattern ESCAPED = Pattern.compile("\\\\(u[0-9a-f]{4}|.)");

  @TempDir private Path home;

  /** In the first page, in a line that is being typed, after what it brought. */
  @ParameterizedTest
  @ValueSource(strings = {"with the header?", "❯ /run ro", "exit 0"})
  void whatWasShownUntilCtrlCIsInTheFiles(String moment) throws Exception {
    Path cast = home.resolve("cast");
    Path transcript = home.resolve("transcript");
    String shown;
    try (PromptTerminal terminal =
        new PromptTerminal(
            home,
            Map.of(),
            "replay",
            LESSON,
            "--speed",
            "4",
            "--cast",
            cast.toString(),
            "--transcript",
            transcript.toString())) {
      terminal.see(moment);
      terminal.remember();
      shown = squeezed(terminal.text());
      terminal.typeOn("\u0003");
      assertThat(terminal.awaitStatus()).isEqualTo(130);
    }
    assertThat(squeezed(Files.readString(transcript))).startsWith(shown);
    assertThat(Files.readString(cast)).endsWith("]\n");
    assertThat(squeezed(output(Files.readAllLines(cast)))).startsWith(shown);
  }

  /** The terminal has wrapped lines. */
  private static String squeezed(String text) {
    return text.replaceAll("\\s+", "");
  }

  /** What a recording shows, without colours. */
  private static String output(List<String> cast) {
    String text =
        cast.stream()
            .skip(1)
            .map(line -> line.replaceFirst("^\\[[0-9.]+,\"o\",\"(.*)\"]$", "$1"))
            .collect(Collectors.joining());
    return ESCAPED
        .matcher(text)
        .replaceAll(escaped -> Matcher.quoteReplacement(meaning(escaped)))
        .replaceAll("\u001b\\[[0-9;]*m", "");
  }

  private static String meaning(MatchResult escaped) {
    String one = escaped.group(1);
    return switch (one.charAt(0)) {
      case 'u' -> Character.toString(Integer.parseInt(one.substring(1), 16));
      case 'n', 'r', 't' -> " ";
      default -> one;
    };
  }
}
