package org.forkshell.lesson;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.forkshell.source.Span;
import org.forkshell.view.Feedback;
import org.forkshell.view.Text;
import org.jspecify.annotations.Nullable;

/** A part of a step. */
public sealed interface Block {
  /** The kinds, in the words of the files' code blocks. */
  enum Kind {
    PROSE,
    RUN,
    TYPE,
    CHECK,
    PREDICT,
    EXPERIMENT,
    TASK;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  Kind kind();

  /** Something to read. */
  record Prose(List<Paragraph> paragraphs) implements Block {
    public Prose {
      paragraphs = List.copyOf(paragraphs);
    }

    @Override
    public Kind kind() {
      return Kind.PROSE;
    }
  }

  /**
   * Lines that belong together.
   *
   * @param indent how many columns they stand in from the left
   * @param marker what stands in front of the first line, a bullet or a number; may be empty
   * @param lines one line, to be wrapped; code has several, which are not
   */
  record Paragraph(Form form, int indent, String marker, List<Text> lines) {
    /** What it is. */
    public enum Form {
      TEXT,
      QUOTE,
      CODE
    }

    public Paragraph {
      lines = List.copyOf(lines);
    }
  }

  /** What standard output is to be for a program. */
  enum Stdout {
    TERMINAL,
    PIPE,
    FILE
  }

  /**
   * A program and how it is run.
   *
   * @param feedback how much is said about what happens; null for what the learner has set
   */
  record Program(
      Span place,
      String file,
      List<String> arguments,
      Stdout stdout,
      String input,
      int limit,
      Duration timeout,
      @Nullable Feedback feedback) {
    public Program {
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * A condition that must hold.
   *
   * @param place where it stands in the file
   * @param text as the author wrote it
   */
  record Expectation(Span place, String text, Condition condition) {}

  /** A program is run. */
  record Run(Program program, List<AuthorNote> notes, List<Expectation> expectations, boolean lanes)
      implements Block {
    public Run {
      notes = List.copyOf(notes);
      expectations = List.copyOf(expectations);
    }

    @Override
    public Kind kind() {
      return Kind.RUN;
    }
  }

  /** Lines are entered at the prompt. */
  record Type(Span place, List<String> lines) implements Block {
    public Type {
      lines = List.copyOf(lines);
    }

    @Override
    public Kind kind() {
      return Kind.TYPE;
    }
  }

  /** What is said and expected of the lines entered before. */
  record Check(Span place, List<AuthorNote> notes, List<Expectation> expectations)
      implements Block {
    public Check {
      notes = List.copyOf(notes);
      expectations = List.copyOf(expectations);
    }

    @Override
    public Kind kind() {
      return Kind.CHECK;
    }
  }

  /** A question about what comes next. */
  record Predict(Span place, String ask, Prediction prediction) implements Block {
    @Override
    public Kind kind() {
      return Kind.PREDICT;
    }
  }

  /** Whether a claim was seen to hold. */
  enum Finding {
    HOLDS("holds"),
    DOES_NOT_HOLD("does not hold"),
    EITHER("either"),
    /** The machine does not let it be tried. */
    NOT_TRIED("not tried");

    private final String words;

    Finding(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /**
   * A claim is tried.
   *
   * @param claim its number in the curriculum, or a name
   * @param says the claim
   * @param program what is run; null where the lines typed before are the experiment
   * @param runs how often
   * @param finds what the author saw
   */
  record Experiment(
      Span place,
      String claim,
      String says,
      @Nullable Program program,
      int runs,
      List<AuthorNote> notes,
      List<Expectation> expectations,
      Condition holdsIf,
      Finding finds,
      String held,
      String didNotHold,
      String notTried)
      implements Block {
    /** The exit status of a program that cannot try it here, as automake has it. */
    public static final int NOT_TRIED = 77;

    public Experiment {
      notes = List.copyOf(notes);
      expectations = List.copyOf(expectations);
    }

    @Override
    public Kind kind() {
      return Kind.EXPERIMENT;
    }

    /** What was found, going by the runs. */
    public Finding finding(Observation seen) {
      Value status = Measure.parse("status of P").of(seen);
      if (program != null && Value.of(NOT_TRIED).equals(status)) {
        return Finding.NOT_TRIED;
      }
      return holdsIf.holds(seen) ? Finding.HOLDS : Finding.DOES_NOT_HOLD;
    }

    /** Whether that is what the author saw; what could not be tried contradicts nobody. */
    public boolean agrees(Finding finding) {
      return finding == finds || finding == Finding.NOT_TRIED || finds == Finding.EITHER;
    }
  }

  /** Something for the learner to bring about. */
  record Task(
      Span place,
      String ask,
      Condition goal,
      List<String> hints,
      List<String> solution,
      String done)
      implements Block {
    public Task {
      hints = List.copyOf(hints);
      solution = List.copyOf(solution);
    }

    @Override
    public Kind kind() {
      return Kind.TASK;
    }
  }
}
