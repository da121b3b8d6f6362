package org.forkshell.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a learner is asked before a run, and how an answer is judged by the run. */
public sealed interface Prediction {
  /** How an answer did. */
  enum Verdict {
    /** So it was. */
    RIGHT,
    /** It was otherwise this time, but might have been so. */
    POSSIBLE,
    WRONG,
    /** Not an answer to this question. */
    UNCLEAR
  }

  /**
   * @param said what the learner answered, by its name where it was chosen by number
   * @param actual what it was, as the learner would have had to answer
   */
  record Judgement(Verdict verdict, String said, String actual) {}

  /** Whether a text is an answer to the question at all, right or wrong. */
  boolean understands(String answer);

  /** Holds an answer, generous about its form, against what was seen. */
  Judgement judge(String answer, Observation seen);

  /**
   * One of several things to choose from or to put into order.
   *
   * @param label what the learner reads
   */
  record Option<T>(String label, T meaning) {}

  /** The number that a measure will yield. */
  record Number(Measure measure) implements Prediction {
    @Override
    public boolean understands(String answer) {
      return Answers.number(answer).isPresent();
    }

    @Override
    public Judgement judge(String answer, Observation seen) {
      Value actual = measure.of(seen);
      Optional<Long> number = Answers.number(answer);
      Verdict verdict =
          number.isEmpty()
              ? Verdict.UNCLEAR
              : number.get().equals(actual.number()) ? Verdict.RIGHT : Verdict.WRONG;
      return new Judgement(verdict, answer.strip(), actual.text());
    }
  }

  /** One or more of several statements; every one that turns out true is right. */
  record Choice(List<Option<Condition>> options) implements Prediction {
    public Choice {
      options = List.copyOf(options);
    }

    @Override
    public boolean understands(String answer) {
      return Answers.option(answer, options.stream().map(Option::label).toList()).isPresent();
    }

    @Override
    public Judgement judge(String answer, Observation seen) {
      List<String> labels = options.stream().map(Option::label).toList();
      List<String> truths = new ArrayList<>();
      for (Option<Condition> option : options) {
        if (option.meaning().holds(seen)) {
          truths.add(option.label());
        }
      }
      Optional<Integer> chosen = Answers.option(answer, labels);
      Verdict verdict =
          chosen.isEmpty()
              ? Verdict.UNCLEAR
              : truths.contains(labels.get(chosen.get())) ? Verdict.RIGHT : Verdict.WRONG;
      String said = chosen.map(labels::get).orElse(answer.strip());
      return new Judgement(verdict, said, String.join(", ", truths));
    }
  }

  /** In which order several things will happen. */
  record Order(List<Option<Selector>> options) implements Prediction {
    public Order {
      options = List.copyOf(options);
    }

    @Override
    public boolean understands(String answer) {
      return !Answers.order(answer, options.stream().map(Option::label).toList()).isEmpty();
    }

    @Override
    public Judgement judge(String answer, Observation seen) {
      List<Happening> happenings = seen.happenings();
      List<Integer> places = new ArrayList<>();
      for (Option<Selector> option : options) {
        List<Integer> found = option.meaning().places(happenings);
        if (!found.isEmpty()) {
          places.add(found.get(0));
        }
      }
      if (places.size() < options.size()) {
        return new Judgement(Verdict.UNCLEAR, answer.strip(), "");
      }
      List<Integer> actual = new ArrayList<>();
      for (int i = 0; i < options.size(); i++) {
        actual.add(i);
      }
      actual.sort(java.util.Comparator.comparing(places::get));
      List<String> labels = options.stream().map(Option::label).toList();
      String shown = joined(actual, labels);
      List<Integer> order = Answers.order(answer, labels);
      if (order.isEmpty()) {
        return new Judgement(Verdict.UNCLEAR, answer.strip(), shown);
      }
      boolean possible =
          new Causality(happenings).permits(order.stream().map(places::get).toList());
      Verdict verdict =
          order.equals(actual) ? Verdict.RIGHT : possible ? Verdict.POSSIBLE : Verdict.WRONG;
      return new Judgement(verdict, joined(order, labels), shown);
    }

    private static String joined(List<Integer> order, List<String> labels) {
      return String.join(" · ", order.stream().map(labels::get).toList());
    }
  }

  /** All that will be written; blanks and the numbers of processes are not looked at closely. */
  record Output() implements Prediction {
    @Override
    public boolean understands(String answer) {
      return true;
    }

    @Override
    public Judgement judge(String answer, Observation seen) {
      String actual = seen.output();
      String typed = Answers.essence(answer);
      if (typed.isEmpty() && !Answers.essence(actual).isEmpty()) {
        return new Judgement(Verdict.UNCLEAR, typed, actual);
      }
      if (typed.equals(Answers.essence(actual))) {
        return new Judgement(Verdict.RIGHT, typed, actual);
      }
      boolean possible =
          PossibleOutput.permits(seen, typed, piece -> Answers.essence(seen.named(piece)));
      return new Judgement(possible ? Verdict.POSSIBLE : Verdict.WRONG, typed, actual);
    }
  }
}
