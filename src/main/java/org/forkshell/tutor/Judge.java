package org.forkshell.tutor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.forkshell.lesson.Block;
import org.forkshell.lesson.Observation;
import org.forkshell.lesson.Prediction;
import org.forkshell.view.Style;
import org.jspecify.annotations.Nullable;

/** Holds answers, an author's expectations and claims against what was seen. */
final class Judge {
  private static final int OUTPUTS_TOLD = 8;
  private static final int LONGEST_OUTPUT = 70;

  private final LessonPage page;
  private final Supplier<String> place;
  private final List<String> failures = new ArrayList<>();
  private final Map<Block.Predict, String> answers = new HashMap<>();
  private final List<Block.Predict> asked = new ArrayList<>();

  /**
   * @param place where in the lesson it is, for those who mend the lesson
   */
  Judge(LessonPage page, Supplier<String> place) {
    this.page = page;
    this.place = place;
  }

  /** What did not come out as the author expected. */
  List<String> failures() {
    return List.copyOf(failures);
  }

  /** Notes, and says, that something did not come out as the author expected. */
  void fail(String key, Object... arguments) {
    String what = page.words().get(key, arguments);
    failures.add(place.get() + ": " + what);
    page.plain(Style.ALARM, what);
  }

  /** What was asked before is not judged any more. */
  void forgetQuestions() {
    asked.clear();
  }

  /**
   * Takes a line of an answer.
   *
   * @return whether the answer is complete
   */
  boolean answer(Block.Predict predict, String typed) {
    boolean text = predict.prediction() instanceof Prediction.Output;
    if (!text && !typed.isBlank() && !predict.prediction().understands(typed)) {
      page.notUnderstood(predict);
      return false;
    }
    if (text && !typed.isBlank()) {
      // As many lines as there are; an empty one ends them.
      answers.merge(predict, typed, (before, more) -> before + "\n" + more);
    } else if (text) {
      answers.putIfAbsent(predict, typed);
    } else {
      answers.put(predict, typed);
    }
    asked.remove(predict);
    asked.add(predict);
    return !text || typed.isBlank();
  }

  /** Tells how the answers did, once. */
  void judge(Observation seen) {
    for (Block.Predict predict : asked) {
      String answer = answers.getOrDefault(predict, "");
      page.judgement(predict, answer, predict.prediction().judge(answer, seen));
    }
    asked.clear();
    answers.clear();
  }

  static boolean allHold(List<Block.Expectation> expectations, Observation seen) {
    return expectations.stream().allMatch(one -> one.condition().holds(seen));
  }

  void expect(List<Block.Expectation> expectations, Observation seen) {
    for (Block.Expectation expectation : expectations) {
      if (!expectation.condition().holds(seen)) {
        fail("fail.expectation", expectation.text());
      }
    }
  }

  /**
   * Says what an experiment found.
   *
   * @param seen null where it could not be tried
   */
  void conclude(Block.Experiment experiment, @Nullable Observation seen) {
    if (seen == null) {
      fail("fail.claim", experiment.claim());
      return;
    }
    Block.Finding finding = experiment.finding(seen);
    page.verdict(experiment, finding, LessonRun.errors(seen));
    if (!experiment.agrees(finding)) {
      fail("fail.finding", experiment.claim());
    }
    if (finding != Block.Finding.NOT_TRIED) {
      expect(experiment.expectations(), seen);
    }
  }

  /** The different outputs of many runs, the most frequent first. */
  void tally(Observation seen) {
    if (seen.runs().isEmpty()) {
      return;
    }
    Map<String, Integer> counts = new TreeMap<>();
    for (Observation run : seen.runs()) {
      counts.merge(String.join(" · ", run.output().strip().lines().toList()), 1, Integer::sum);
    }
    List<Map.Entry<String, Integer>> all = new ArrayList<>(counts.entrySet());
    all.sort(Map.Entry.<String, Integer>comparingByValue().reversed());
    for (Map.Entry<String, Integer> one : all.subList(0, Math.min(all.size(), OUTPUTS_TOLD))) {
      String output = one.getKey();
      page.say(
          Style.MESSAGE,
          "tally",
          one.getValue(),
          output.length() > LONGEST_OUTPUT
              ? output.substring(0, LONGEST_OUTPUT - 1) + "…"
              : output);
    }
    if (all.size() > OUTPUTS_TOLD) {
      page.say(Style.NOTE, "tally.more", all.size() - OUTPUTS_TOLD);
    }
  }
}
