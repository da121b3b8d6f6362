package org.forkshell.tutor;

import java.io.IOException;
import java.util.List;
import org.forkshell.lesson.Lesson;
import org.forkshell.lesson.Progress;
import org.forkshell.shell.PromptSession;
import org.forkshell.shell.command.Commands;
import org.forkshell.shell.command.Context;
import org.forkshell.shell.command.User;

/** Somebody who takes a lesson at a prompt, line by line. */
final class Student implements User {
  private final Context context;
  final Tutor tutor;

  Student(PromptSession session, Lesson lesson, Progress progress) {
    this.context = new Context(session, new Commands(List.of()), this);
    this.tutor = new Tutor(lesson, context, progress);
  }

  /** Enters a line as the prompt would. */
  void enter(String line) throws IOException, InterruptedException {
    if (!tutor.take(line)) {
      context.enterAll(line, null);
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
  public void withTerminal(TerminalAction action) {
    throw new AssertionError("nobody edits here");
  }
}
