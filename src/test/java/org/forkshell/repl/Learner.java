package org.forkshell.repl;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.forkshell.lesson.Lesson;
import org.forkshell.lesson.Progress;
import org.jspecify.annotations.Nullable;

/** Somebody who takes a lesson at a prompt, line by line. */
final class Learner implements Command.Context {
  private final PromptSession session;
  private final Commands commands = new Commands();
  private final LessonSession lessonSession =
      new LessonSession(Path.of("none"), new Progress(null));
  final Tutor tutor;

  Learner(PromptSession session, Lesson lesson, Progress progress) {
    this.session = session;
    this.tutor = new Tutor(lesson, this, progress);
  }

  /** Enters a line as the prompt would. */
  void enter(String line) throws IOException, InterruptedException {
    if (!tutor.take(line)) {
      if (Commands.isCommand(line)) {
        commands.execute(this, line);
      } else {
        enterAll(line, null);
      }
      tutor.entered();
    }
  }

  /** Takes what is offered, however often. */
  void takeAllOffered() throws IOException, InterruptedException {
    while (!tutor.offer().isEmpty()) {
      enter(tutor.offer());
    }
  }

  @Override
  public PromptSession session() {
    return session;
  }

  @Override
  public Commands commands() {
    return commands;
  }

  @Override
  public LessonSession lessonSession() {
    return lessonSession;
  }

  @Override
  public boolean enterAll(String text, @Nullable String name)
      throws IOException, InterruptedException {
    // As at the prompt: only a line that is typed may be a command.
    return session.enter(text) == PromptSession.Outcome.DONE;
  }

  @Override
  public List<String> history() {
    return List.of();
  }

  @Override
  public @Nullable String inputLine() {
    return null;
  }

  @Override
  public void withTerminal(Command.TerminalAction action) {
    throw new AssertionError("nobody edits here");
  }
}
