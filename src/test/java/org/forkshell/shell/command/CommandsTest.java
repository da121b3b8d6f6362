package org.forkshell.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.forkshell.lesson.Progress;
import org.forkshell.process.Signal;
import org.forkshell.shell.CommandLine;
import org.forkshell.shell.Settings;
import org.forkshell.tutor.LessonSession;
import org.forkshell.view.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {
  private static final Commands COMMANDS =
      new Commands(new LessonSession(Path.of("none"), new Progress(null)).commands());

  private static List<String> names(String beginning) {
    return COMMANDS.find(beginning).stream().map(Command::name).toList();
  }

  @Test
  void aCommandMayBeShortened() {
    assertThat(names("l")).containsExactly("list");
    assertThat(names("tr")).containsExactly("tree");
    assertThat(names("h")).containsExactly("help", "history", "hint");
    assertThat(names("xyz")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"hlep,help", "lst,list", "svae,save", "relaod,reload", "quti,quit"})
  void aSlipIsRecognised(String typed, String meant) {
    assertThat(COMMANDS.nearest(typed)).isEqualTo(meant);
  }

  @Test
  void nonsenseIsLikeNothing() {
    assertThat(COMMANDS.nearest("qwertzuiop")).isNull();
    assertThat(COMMANDS.nearest("sv")).as("too short to say").isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/help", "/?", "  /l 3", "/nonsense"})
  void aSlashAndAWordIsACommand(String line) {
    assertThat(CommandLine.is(line)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/* C */", "// C", "1/2", "", "x"})
  void otherSlashesAreC(String line) {
    assertThat(CommandLine.is(line)).isFalse();
  }

  @Test
  void everyCommandThatThereAreWordsForIsInTheList() {
    List<String> spokenOf =
        new Messages(Settings.class, "Messages", Locale.ENGLISH)
            .keys().stream()
                .filter(key -> key.startsWith("command.") && key.endsWith(".brief"))
                .map(key -> key.substring("command.".length(), key.length() - ".brief".length()))
                .toList();
    assertThat(spokenOf).hasSizeGreaterThan(20);
    assertThat(COMMANDS.all().stream().map(Command::name)).containsAll(spokenOf);
  }

  @Test
  void everyCommandHasHelpInBothLanguages() {
    for (Locale language : List.of(Locale.ENGLISH, Locale.CHINESE)) {
      Messages words = new Messages(Settings.class, "Messages", language);
      for (Command command : COMMANDS.all()) {
        for (String kind : List.of("usage", "brief", "help")) {
          assertThat(words.get("command." + command.name() + "." + kind)).isNotBlank();
        }
        assertThat(words.get("command." + command.name() + ".help"))
            .as("an example")
            .contains("\n  /" + command.name());
      }
    }
  }

  @Test
  void argumentsAreWordsAsInAShell() {
    assertThat(RunCommand.words("a.c  'two words' \"x\\\"y\" b\\ c ''"))
        .containsExactly("a.c", "two words", "x\"y", "b c", "");
  }

  @ParameterizedTest
  @CsvSource({"9,SIGKILL", "kill,SIGKILL", "SIGSTOP,SIGSTOP"})
  void signalsHaveNumbersAndNames(String text, Signal signal) {
    assertThat(KillCommand.signal(text)).isEqualTo(signal);
  }
}
