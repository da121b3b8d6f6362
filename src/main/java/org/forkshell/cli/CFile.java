package org.forkshell.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.forkshell.codegen.Program;
import org.forkshell.language.Compilation;
import org.forkshell.language.Includes;
import org.forkshell.language.c.StandardLibrary;
import org.forkshell.language.c.parse.ProgramParser;
import org.forkshell.lesson.Lesson;
import org.forkshell.shell.FileIncludes;
import org.forkshell.shell.ProgramCompiler;
import org.forkshell.source.SourceBytes;
import org.forkshell.source.SourceText;
import org.forkshell.tutor.LessonIncludes;

/** A file of C on its way to a program. */
final class CFile {
  private CFile() {}

  /**
   * Reads and compiles it.
   *
   * @param name what it calls itself, {@code __FILE__}
   * @throws IOException when it cannot be read
   */
  static Compilation<Program> compile(Path file, String name) throws IOException {
    return compile(file, read(file, name));
  }

  /** Compiles a program of a lesson, which includes files of its lesson only. */
  static Compilation<Program> compile(Path file, Lesson lesson) throws IOException {
    return compile(read(file, file.toString()), new LessonIncludes(lesson));
  }

  /**
   * Compiles it.
   *
   * @param text what it holds, perhaps mended
   */
  static Compilation<Program> compile(Path file, SourceText text) {
    return compile(text, new FileIncludes(file.resolveSibling("")));
  }

  private static Compilation<Program> compile(SourceText text, Includes includes) {
    ProgramParser language = new ProgramParser();
    return new ProgramCompiler(language, new StandardLibrary(language)).compile(text, includes);
  }

  static SourceText read(Path file, String name) throws IOException {
    return new SourceText(name, SourceBytes.decode(Files.readAllBytes(file)));
  }
}
