package org.forkshell.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.forkshell.codegen.Program;
import org.forkshell.language.Compilation;
import org.forkshell.language.Language;
import org.forkshell.lesson.Lesson;
import org.forkshell.shell.FileIncludes;
import org.forkshell.shell.ProgramCompiler;
import org.forkshell.source.SourceBytes;
import org.forkshell.source.SourceText;
import org.forkshell.tutor.LessonIncludes;

/** The file of a program. */
final class ProgramFile {
  private final Path path;
  private final ProgramCompiler compiler;

  ProgramFile(Path path, Language language) {
    this(path, language, false);
  }

  /**
   * @param findsRaces whether data races are to be looked for in it
   */
  ProgramFile(Path path, Language language, boolean findsRaces) {
    this.path = path;
    this.compiler = new ProgramCompiler(language, findsRaces);
  }

  /**
   * Reads and compiles it.
   *
   * @param name what it calls itself, {@code __FILE__}
   * @throws IOException when it cannot be read
   */
  Compilation<Program> compile(String name) throws IOException {
    return compile(read(name));
  }

  /** Compiles a program of a lesson, which includes files of its lesson only. */
  Compilation<Program> compile(Lesson lesson) throws IOException {
    return compiler.compile(read(path.toString()), new LessonIncludes(lesson));
  }

  /**
   * Compiles it.
   *
   * @param text what it holds, perhaps mended
   */
  Compilation<Program> compile(SourceText text) {
    return compiler.compile(text, new FileIncludes(path.resolveSibling("")));
  }

  SourceText read(String name) throws IOException {
    return new SourceText(name, SourceBytes.decode(Files.readAllBytes(path)));
  }
}
