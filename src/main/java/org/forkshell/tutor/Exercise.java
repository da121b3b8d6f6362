package org.forkshell.tutor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.forkshell.lesson.Block;
import org.forkshell.lesson.Lesson.Step;
import org.forkshell.lesson.Observation;
import org.forkshell.shell.CommandLine;
import org.forkshell.shell.command.Context;
import org.forkshell.view.Style;
import org.jspecify.annotations.Nullable;

/**
 * What is done with the processes at a block of a lesson: lines are entered, a program is run, a
 * task is tried; and what came of it is judged.
 */
final class Exercise {
  private final Context context;
  private final LessonPage page;
  private final Judge judge;
  private final Evidence evidence;
  private final LessonRun runner;
  private final LessonNotes notes;

  Exercise(
      Context context,
      LessonPage page,
      Judge judge,
      Evidence evidence,
      LessonRun runner,
      LessonNotes notes) {
    this.context = context;
    this.page = page;
    this.judge = judge;
    this.evidence = evidence;
    this.runner = runner;
    this.notes = notes;
  }

  /** Enters the lines of the steps before, unseen: the processes are as the lesson left them. */
  void rebuild(List<Step> before) throws IOException, InterruptedException {
    context.session().forget();
    notes.begin(List.of());
    List<String> lines = new ArrayList<>();
    for (Step step : before) {
      for (Block block : step.blocks()) {
        if (block instanceof Block.Type type) {
          lines.addAll(type.lines());
        } else if (block instanceof Block.Run
            || (block instanceof Block.Experiment experiment && experiment.program() != null)) {
          // A program takes the place of the prompt's processes.
          lines.clear();
        }
      }
    }
    context.display().mute(true);
    try {
      for (String one : lines) {
        context.enterAll(one, null);
      }
    } finally {
      context.display().mute(false);
    }
  }

  /** Begins a step with the processes that there are. */
  void begin(Step step) {
    if (context.session().family() == null && beginsWithLines(step)) {
      // Nobody is left: the values of a fresh P are numbered from $1 again.
      context.session().forget();
    }
  }

  /** Whether the first that a step needs is a line of C. */
  private static boolean beginsWithLines(Step step) {
    for (Block one : step.blocks()) {
      if (one instanceof Block.Type type) {
        return !CommandLine.is(type.lines().get(0));
      }
      if (one instanceof Block.Run || one instanceof Block.Experiment) {
        return false;
      }
    }
    return step.blocks().stream().anyMatch(one -> one instanceof Block.Task);
  }

  /**
   * Lines are about to be entered.
   *
   * @param next the block after them, which may hold them to something
   */
  void beginLines(@Nullable Block next) {
    evidence.begin();
    notes.begin(
        next instanceof Block.Check check
            ? check.notes()
            : next instanceof Block.Experiment experiment ? experiment.notes() : List.of());
  }

  void enter(String line) throws IOException, InterruptedException {
    if (!context.enterAll(line, null)) {
      judge.fail("fail.line", line);
    }
  }

  void endLines() throws IOException, InterruptedException {
    context.display().labelled(notes.end());
    Observation seen = evidence.now();
    if (seen != null) {
      judge.judge(seen);
    }
  }

  void run(Block.Run run) throws IOException, InterruptedException {
    notes.begin(run.notes());
    Observation seen = runner.run(run.program());
    context.display().labelled(notes.end());
    if (seen == null) {
      judge.fail("fail.program", run.program().file());
    } else {
      if (runner.takeTimedOut()) {
        judge.fail("fail.timeout", run.program().file());
      }
      judge.judge(seen);
      judge.expect(run.expectations(), seen);
      if (run.lanes()) {
        context.enter("/lanes", null, 1);
      }
    }
  }

  void run(Block.Experiment experiment, Block.Program program)
      throws IOException, InterruptedException {
    notes.begin(experiment.notes());
    if (experiment.runs() > 1) {
      page.say(Style.NOTE, "runs", experiment.runs());
    }
    Observation seen = runner.run(program, experiment.runs());
    context.display().labelled(notes.end());
    if (runner.takeTimedOut()) {
      judge.fail("fail.timeout", program.file());
    }
    if (seen != null) {
      judge.judge(seen);
      judge.tally(seen);
    }
    judge.conclude(experiment, seen);
  }

  /** Holds what happened since the lines began to what was expected. */
  void check(Block.Check check) throws IOException, InterruptedException {
    Observation seen =
        evidence.await(one -> Judge.allHold(check.expectations(), one), Evidence.PATIENT);
    if (seen != null) {
      judge.expect(check.expectations(), seen);
    }
  }

  /** Concludes from what happened since the lines began. */
  void conclude(Block.Experiment experiment) throws IOException, InterruptedException {
    judge.conclude(
        experiment,
        evidence.await(seen -> experiment.agrees(experiment.finding(seen)), Evidence.PATIENT));
  }

  void beginTask() {
    // What happened before is not the learner's doing.
    evidence.begin();
  }

  /** Whether the task is done now, which is said. */
  boolean isDone(Block.Task task) throws IOException, InterruptedException {
    Observation seen = evidence.await(task.goal()::holds, Evidence.IMPATIENT);
    if (seen == null || !task.goal().holds(seen)) {
      return false;
    }
    page.say(Style.ENDED, "task.done");
    page.remark(task.done());
    return true;
  }
}
