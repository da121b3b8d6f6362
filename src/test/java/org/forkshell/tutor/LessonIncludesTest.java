package org.forkshell.tutor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.forkshell.lesson.Lesson;
import org.forkshell.shell.FileIncludes;
import org.forkshell.source.SourceText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a lesson's program includes. */
class LessonIncludesTest {
  @TempDir Path top;
  private Path folder;
  private LessonIncludes includes;

  @BeforeEach
  void makeLesson() throws IOException, InterruptedException {
    folder = Files.createDirectories(top.resolve("lesson"));
    Files.createDirectory(folder.resolve("sub"));
    Files.writeString(top.resolve("secret.h"), "int secret;\n");
    Files.writeString(folder.resolve("a.h"), "int a;\n");
    Files.writeString(folder.resolve("sub/b.h"), "int b;\n");
    Files.createSymbolicLink(folder.resolve("out.h"), Path.of("../secret.h"));
    assertThat(new ProcessBuilder("mkfifo", folder.resolve("fifo.h").toString()).start().waitFor())
        .isZero();
    includes = new LessonIncludes(new Lesson("l", folder, "", "", 1, List.of(), List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../secret.h",
        "sub/../../secret.h",
        "out.h",
        "fifo.h",
        "sub",
        "/etc/passwd",
        "/dev/zero",
        "../nothing.h"
      })
  void nothingOutsideTheLessonIsRead(String name) {
    for (String program : List.of("x.c", folder.resolve("x.c").toString())) {
      assertThat(includes.isBarred(new SourceText(program, ""), name)).isTrue();
    }
  }

  @Test
  void whatLiesInTheLessonIs() {
    SourceText program = new SourceText("x.c", "");
    SourceText inner = new SourceText(folder.resolve("sub/b.h").toString(), "");

    assertThat(found(program, "a.h")).isEqualTo("int a;\n");
    assertThat(found(program, "sub/b.h")).isEqualTo("int b;\n");
    assertThat(found(inner, "../a.h")).isEqualTo("int a;\n");
    assertThat(found(inner, "b.h")).isEqualTo("int b;\n");
    assertThat(includes.isBarred(program, "none.h")).isFalse();
    assertThat(includes.find(program, "none.h")).isNull();
  }

  @Test
  void theLearnersOwnProgramsIncludeWhatTheyLike() {
    FileIncludes free = new FileIncludes(folder);

    assertThat(free.isBarred(new SourceText("x.c", ""), "../secret.h")).isFalse();
    assertThat(free.find(new SourceText("x.c", ""), "../secret.h")).isNotNull();
  }

  private String found(SourceText from, String name) {
    assertThat(includes.isBarred(from, name)).isFalse();
    SourceText file = includes.find(from, name);
    assertThat(file).isNotNull();
    return file.text();
  }
}
