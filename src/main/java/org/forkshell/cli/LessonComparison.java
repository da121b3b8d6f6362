package org.forkshell.cli;

import java.util.ArrayList;
import java.util.List;
import org.forkshell.lesson.AuthorNote;
import org.forkshell.lesson.Block;
import org.forkshell.lesson.Lesson;
import org.forkshell.lesson.Prediction;

/** A lesson in two languages, which may differ in their words and in nothing else. */
record LessonComparison(Lesson english, Lesson chinese) {
  /** In what they differ besides; empty where it is as it should be. */
  List<String> differences() {
    List<String> differences = new ArrayList<>();
    if (english.minutes() != chinese.minutes() || !english.covers().equals(chinese.covers())) {
      differences.add("minutes or covers differ between the languages");
    }
    int steps = english.steps().size();
    if (steps != chinese.steps().size()) {
      differences.add(steps + " steps in English, " + chinese.steps().size() + " in Chinese");
      return differences;
    }
    for (int i = 0; i < steps; i++) {
      List<String> one = shape(english.steps().get(i));
      List<String> other = shape(chinese.steps().get(i));
      if (!one.equals(other)) {
        differences.add("step " + (i + 1) + " does something else in Chinese: " + part(one, other));
      }
    }
    return differences;
  }

  /** The first part of a step in which two languages differ. */
  private static String part(List<String> one, List<String> other) {
    for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
      String mine = i < one.size() ? one.get(i) : "nothing";
      String its = i < other.size() ? other.get(i) : "nothing";
      if (!mine.equals(its)) {
        String word = mine.split(" ", 2)[0];
        String otherWord = its.split(" ", 2)[0];
        return word.equals(otherWord)
            ? "its block " + (i + 1) + ", “" + word + "”, has other lines than those to be read"
            : "its block " + (i + 1) + " is “" + word + "” here and “" + otherWord + "” there";
      }
    }
    throw new AssertionError(one);
  }

  /** What a step does, without its words. */
  private static List<String> shape(Lesson.Step step) {
    List<String> shape = new ArrayList<>();
    for (Block block : step.blocks()) {
      if (block instanceof Block.Run run) {
        shape.add("run " + program(run.program()) + notes(run.notes()) + texts(run.expectations()));
      } else if (block instanceof Block.Type type) {
        shape.add("type " + type.lines());
      } else if (block instanceof Block.Check check) {
        shape.add("check " + notes(check.notes()) + texts(check.expectations()));
      } else if (block instanceof Block.Experiment experiment) {
        Block.Program program = experiment.program();
        shape.add(
            "experiment "
                + experiment.claim()
                + (program == null ? "" : program(program))
                + experiment.runs()
                + experiment.finds()
                + experiment.holdsIf()
                + notes(experiment.notes())
                + texts(experiment.expectations()));
      } else if (block instanceof Block.Task task) {
        shape.add("task " + task.goal() + task.solution());
      } else if (block instanceof Block.Predict predict) {
        shape.add("predict " + meaning(predict.prediction()));
      }
    }
    return shape;
  }

  private static String meaning(Prediction prediction) {
    if (prediction instanceof Prediction.Choice choice) {
      return choice.options().stream().map(o -> o.meaning()).toList().toString();
    }
    if (prediction instanceof Prediction.Order order) {
      return order.options().stream().map(o -> o.meaning()).toList().toString();
    }
    return prediction.toString();
  }

  private static String program(Block.Program program) {
    return program.file()
        + program.arguments()
        + program.stdout()
        + program.input()
        + program.limit()
        + program.feedback()
        + program.timeout();
  }

  private static String notes(List<AuthorNote> notes) {
    return notes.stream().map(note -> note.on()).toList().toString();
  }

  private static List<String> texts(List<Block.Expectation> expectations) {
    return expectations.stream().map(Block.Expectation::text).toList();
  }
}
