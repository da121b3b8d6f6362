package org.forkshell.tutor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.forkshell.codegen.Program;
import org.forkshell.lesson.Block;
import org.forkshell.lesson.Lesson;
import org.forkshell.lesson.Observation;
import org.forkshell.process.Event;
import org.forkshell.shell.Problem;
import org.forkshell.shell.Settings;
import org.forkshell.shell.command.Context;
import org.forkshell.shell.command.RunCommand;
import org.forkshell.source.SourceBytes;
import org.forkshell.view.Feedback;
import org.forkshell.wire.Board.StandardOutput;
import org.jspecify.annotations.Nullable;

/** Runs the programs of a lesson in the place of the prompt's processes. */
final class LessonRun {
  private final Context context;
  private final Lesson lesson;
  private final Evidence evidence;
  private boolean timedOut;

  LessonRun(Context context, Lesson lesson, Evidence evidence) {
    this.context = context;
    this.evidence = evidence;
    this.lesson = lesson;
  }

  /** Whether some run since this was asked last was ended because its time was up. */
  boolean takeTimedOut() {
    boolean was = timedOut;
    timedOut = false;
    return was;
  }

  /** The program's own words, as {@code /run} would be told. */
  static String command(Block.Program program) {
    String arguments = String.join(" ", program.arguments());
    return "/run " + program.file() + (arguments.isEmpty() ? "" : " " + arguments);
  }

  Path file(Block.Program program) {
    return lesson.folder().resolve(program.file());
  }

  /** The text of a program, or null where there is no such file, which has been said then. */
  @Nullable String source(Block.Program program) {
    try {
      return SourceBytes.decode(Files.readAllBytes(file(program)));
    } catch (IOException e) {
      context
          .display()
          .error(Problem.ofFile(context.settings().words(), file(program), program.file(), e));
      return null;
    }
  }

  private @Nullable Program compile(Block.Program program, String source) {
    return RunCommand.compile(context, new LessonIncludes(lesson), program.file(), source);
  }

  /** Runs a program once; null where it does not compile, which has been said then. */
  @Nullable Observation run(Block.Program program) throws IOException, InterruptedException {
    String source = source(program);
    Program compiled = source == null ? null : compile(program, source);
    return compiled == null ? null : run(program, compiled);
  }

  private @Nullable Observation run(Block.Program program, Program compiled)
      throws IOException, InterruptedException {
    Settings settings = context.settings();
    StandardOutput output = settings.output();
    int limit = settings.limit();
    Feedback feedback = settings.feedback();
    settings.output(StandardOutput.valueOf(program.stdout().name()));
    settings.limit(program.limit());
    settings.feedback(program.feedback() == null ? feedback : program.feedback());
    try {
      List<String> words = new ArrayList<>();
      words.add(context.session().language().programName(program.file()));
      words.addAll(program.arguments());
      List<String> lines = new ArrayList<>(program.input().lines().toList());
      boolean ended =
          context
              .session()
              .run(
                  compiled,
                  words,
                  () -> lines.isEmpty() ? null : lines.remove(0),
                  program.timeout());
      timedOut |= !ended;
      if (!ended) {
        context.display().error(context.words("run.timeout"));
      }
      return evidence.whole();
    } finally {
      settings.output(output);
      settings.limit(limit);
      settings.feedback(feedback);
    }
  }

  /** Runs it many times, the last time visibly. */
  @Nullable Observation run(Block.Program program, int runs)
      throws IOException, InterruptedException {
    if (runs <= 1) {
      return run(program);
    }
    String source = source(program);
    Program compiled = source == null ? null : compile(program, source);
    if (compiled == null) {
      return null;
    }
    List<Observation> seen = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      context.display().mute(i + 1 < runs);
      try {
        Observation once = run(program, compiled);
        if (once != null) {
          seen.add(once);
        }
      } finally {
        context.display().mute(false);
      }
    }
    return seen.isEmpty() ? null : Observation.of(seen);
  }

  /** What its processes wrote to standard error, for a program that says why it cannot try. */
  static String errors(Observation seen) {
    StringBuilder text = new StringBuilder();
    for (Event event : seen.events()) {
      if (event instanceof Event.Output output && output.fd() == 2) {
        text.append(new String(output.bytes(), StandardCharsets.UTF_8));
      }
    }
    return text.toString().strip();
  }
}
