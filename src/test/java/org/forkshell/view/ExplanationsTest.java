package org.forkshell.view;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.forkshell.process.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExplanationsTest {
  private static final Pattern DECLARED =
      Pattern.compile("\\b(\\w+)\\([^()]*(\\([^()]*\\)[^()]*)*\\);");

  /** Names of calls of unistd.h that have to do with processes and what they share. */
  private static final Pattern ABOUT_PROCESSES =
      Pattern.compile(
          ".*(fork|exec|exit|pid|pgrp|pgid|sid|uid|gid|pause|alarm|sleep|nice|dup|pipe).*"
              + "|read|write|close|lseek|isatty");

  private static final int LONGEST_ENGLISH = 520;

  private final Explanations english = Explanations.in(Locale.ENGLISH);
  private final Explanations chinese = Explanations.in(Locale.CHINESE);

  @Test
  void bothLanguagesExplainTheSame() {
    assertThat(chinese.all().keySet()).isEqualTo(english.all().keySet()).hasSizeGreaterThan(100);
    for (Explanation each : chinese.all().values()) {
      assertThat(each.title() + each.text())
          .as(each.key())
          .matches(text -> text.codePoints().anyMatch(Character::isIdeographic));
      assertThat(each.text()).as(each.key()).isNotBlank();
    }
    for (Explanation each : english.all().values()) {
      assertThat(each.text()).as(each.key()).isNotBlank().hasSizeLessThan(LONGEST_ENGLISH);
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyKindOfNoteHasWordsAndAnExplanation(NoteKind kind) {
    for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
      Messages words = new Messages(Messages.class, "Messages", locale);
      assertThat(words.has("kind." + kind.label())).isTrue();
      for (String form : kind.forms().isEmpty() ? List.of("") : kind.forms()) {
        Note note = Note.of(kind, form, List.of());
        assertThat(Wording.sentence(note, words).isEmpty()).as(note.key()).isFalse();
        assertThat(Explanations.in(locale).about(note).text()).as(note.key()).isNotBlank();
      }
    }
  }

  /** Whoever declares a call about processes must explain it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "unistd.h",
        "sys/wait.h",
        "signal.h",
        "sched.h",
        "sys/prctl.h",
        "sys/times.h",
        "sys/mman.h",
        "sys/shm.h",
        "sys/sem.h",
        "sys/msg.h",
        "semaphore.h"
      })
  void everyProcessCallOfTheLibraryIsExplained(String header) throws IOException {
    TreeSet<String> missing = new TreeSet<>();
    Matcher declared = DECLARED.matcher(header(header));
    while (declared.find()) {
      String name = declared.group(1);
      boolean asked = !header.equals("unistd.h") || ABOUT_PROCESSES.matcher(name).matches();
      if (asked && !name.startsWith("__") && english.find(name).isEmpty()) {
        missing.add(name);
      }
    }
    assertThat(missing).isEmpty();
  }

  private static String header(String name) throws IOException {
    try (InputStream in =
        ExplanationsTest.class.getResourceAsStream("/org/forkshell/language/c/include/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "exit",
        "_Exit",
        "atexit",
        "abort",
        "printf",
        "fflush",
        "setvbuf",
        "perror",
        "orphan",
        "zombie",
        "buffer",
        "status",
        "WEXITSTATUS",
        "EAGAIN",
        "ECHILD",
        "ENOENT",
        "EINTR",
        "EPIPE",
        "EBADF",
        "EMFILE",
        "R",
        "S",
        "D",
        "T",
        "t",
        "Z",
        "exec",
        "vfork",
        "race"
      })
  void whatALearnerMeetsIsExplained(String name) {
    assertThat(english.find(name)).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void everySignalIsExplained(Signal signal) {
    assertThat(english.find(signal.name())).hasSize(1);
  }

  @Test
  void whatIsRelatedIsThere() {
    for (Explanation each : english.all().values()) {
      for (String name : each.related()) {
        assertThat(name.startsWith("/") || !english.find(name).isEmpty())
            .as("%s refers to %s", each.key(), name)
            .isTrue();
      }
    }
  }

  @Test
  void whatHasAnEnglishNameHasItInChineseToo() {
    for (Explanation each : chinese.all().values()) {
      assertThat(each.names())
          .as(each.key())
          .containsAll(requireNonNull(english.all().get(each.key())).names());
    }
    assertThat(chinese.find("死锁")).extracting(Explanation::key).containsExactly("note.deadlock");
    assertThat(chinese.find("僵尸")).extracting(Explanation::key).contains("note.zombie");
  }

  @Test
  void capitalLettersMatterOnlyWhereNothingElseDiffers() {
    assertThat(english.find("t")).extracting(Explanation::key).containsExactly("state.t");
    assertThat(english.find("T")).extracting(Explanation::key).containsExactly("state.T");
    assertThat(english.find("sigsegv")).extracting(Explanation::key).contains("signal.SIGSEGV");
  }

  @Test
  void aSlipFindsItsNeighbours() {
    assertThat(english.near("frok", 4)).contains("fork");
    assertThat(english.near("SIGSEV", 4)).contains("SIGSEGV");
    assertThat(english.near("zombies", 4)).contains("zombie");
    assertThat(english.near("xyzzy", 4)).isEmpty();
  }
}
