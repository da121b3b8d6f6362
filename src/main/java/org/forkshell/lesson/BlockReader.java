package org.forkshell.lesson;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.forkshell.lesson.Block.Expectation;
import org.forkshell.lesson.Block.Experiment;
import org.forkshell.lesson.Block.Finding;
import org.forkshell.lesson.Block.Program;
import org.forkshell.lesson.Block.Stdout;
import org.forkshell.lesson.Directives.Directive;
import org.forkshell.lesson.Prediction.Option;
import org.forkshell.source.Diagnostic;
import org.forkshell.source.Span;
import org.forkshell.view.Feedback;
import org.jspecify.annotations.Nullable;

/** Reads the code blocks that do something. */
final class BlockReader {
  private static final int LIMIT = 64;
  private static final int MOST_PROCESSES = 10_000;
  private static final int TIMEOUT_SECONDS = 20;
  private static final int LONGEST_SECONDS = 3600;
  private static final int MOST_RUNS = 10_000;
  private static final Condition NEVER = new Condition.Constant(false);

  private final LessonFolder folder;
  private final List<Diagnostic> diagnostics;

  BlockReader(LessonFolder folder, List<Diagnostic> diagnostics) {
    this.folder = folder;
    this.diagnostics = diagnostics;
  }

  /**
   * A block of its kind.
   *
   * @param content the lines between the fences
   */
  Block read(Block.Kind kind, Span content) {
    if (kind == Block.Kind.TYPE) {
      return new Block.Type(content, lines(content.text()));
    }
    Directives directives = new Directives(content, diagnostics);
    Block block =
        switch (kind) {
          case RUN ->
              new Block.Run(
                  program(directives),
                  notes(directives),
                  expectations(directives),
                  directives.text("lanes").equals("yes"));
          case CHECK -> new Block.Check(content, notes(directives), expectations(directives));
          case PREDICT -> predict(directives);
          case EXPERIMENT -> experiment(directives);
          case TASK -> task(directives);
          case PROSE, TYPE -> throw new AssertionError(kind);
        };
    directives.end(kind.word());
    return block;
  }

  /** Lines of the prompt; an indented one goes on with the one before. */
  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    for (String line : text.split("\n")) {
      boolean goesOn = !lines.isEmpty() && line.startsWith(" ");
      if (goesOn) {
        lines.add(lines.remove(lines.size() - 1) + "\n" + line);
      } else if (!line.isBlank()) {
        lines.add(line.stripTrailing());
      }
    }
    return lines;
  }

  private Program program(Directives directives) {
    String arguments = directives.text("arguments");
    for (Directive named : directives.all("program")) {
      Diagnostic refusal = folder.refusal(named.value(), named.place());
      if (refusal != null) {
        diagnostics.add(refusal);
      }
    }
    return new Program(
        directives.place(),
        directives.needed("program"),
        arguments.isEmpty() ? List.of() : List.of(arguments.split("\\s+")),
        directives
            .one("stdout")
            .map(one -> directives.read(one, BlockReader::stdout, Stdout.TERMINAL))
            .orElse(Stdout.TERMINAL),
        directives.text("input").replace("\\n", "\n"),
        number(directives, "limit", LIMIT, MOST_PROCESSES),
        Duration.ofSeconds(number(directives, "timeout", TIMEOUT_SECONDS, LONGEST_SECONDS)),
        directives
            .one("feedback")
            .map(one -> directives.read(one, BlockReader::feedback, Feedback.NORMAL))
            .orElse(null));
  }

  private static Feedback feedback(String word) {
    for (Feedback feedback : Feedback.values()) {
      if (feedback.name().toLowerCase(Locale.ROOT).equals(word)) {
        return feedback;
      }
    }
    throw new ConditionParser.Malformed(
        "feedback is silent, concise, normal or verbose, not “" + word + "”");
  }

  private static Stdout stdout(String word) {
    for (Stdout stdout : Stdout.values()) {
      if (stdout.name().toLowerCase(Locale.ROOT).equals(word)) {
        return stdout;
      }
    }
    throw new ConditionParser.Malformed("stdout is terminal, pipe or file, not “" + word + "”");
  }

  /** A number from 1 on. */
  private static int number(Directives directives, String word, int otherwise, int most) {
    Optional<Directive> one = directives.one(word);
    int number = one.map(it -> directives.read(it, Integer::valueOf, otherwise)).orElse(otherwise);
    if (number < 1 || number > most) {
      directives.error("lesson.range", number, most);
      return otherwise;
    }
    return number;
  }

  private static List<AuthorNote> notes(Directives directives) {
    List<AuthorNote> notes = new ArrayList<>();
    for (Directive directive : directives.allBeginning("note on ")) {
      Selector none = new Selector(1, Happening.Kind.BIRTH, "", Who.ANY);
      Selector on =
          directives.read(
              directive,
              directive.word().substring("note on ".length()),
              text -> new ConditionParser(text).wholeSelector(),
              none);
      notes.add(new AuthorNote(on, directive.value().replace('\n', ' ')));
    }
    return notes;
  }

  private static List<Expectation> expectations(Directives directives) {
    List<Expectation> expectations = new ArrayList<>();
    for (Directive directive : directives.all("expect")) {
      Condition condition = directives.read(directive, Condition::parse, NEVER);
      expectations.add(new Expectation(directive.place(), directive.value(), condition));
    }
    return expectations;
  }

  private Block predict(Directives directives) {
    String ask = directives.needed("ask");
    List<Prediction> found = new ArrayList<>();
    directives
        .one("number")
        .ifPresent(
            one ->
                found.add(
                    new Prediction.Number(
                        directives.read(
                            one, Measure::parse, new Measure.Count(Measure.Quantity.PROCESSES)))));
    List<Option<Condition>> choices = new ArrayList<>();
    for (Directive choice : directives.all("choice")) {
      choices.add(option(directives, choice, Condition::parse, NEVER));
    }
    if (!choices.isEmpty()) {
      found.add(new Prediction.Choice(choices));
    }
    List<Option<Selector>> order = new ArrayList<>();
    for (Directive one : directives.all("order")) {
      Selector none = new Selector(1, Happening.Kind.BIRTH, "", Who.ANY);
      order.add(option(directives, one, text -> new ConditionParser(text).wholeSelector(), none));
    }
    if (!order.isEmpty()) {
      found.add(new Prediction.Order(order));
    }
    if (directives.one("output").isPresent()) {
      found.add(new Prediction.Output());
    }
    if (found.size() != 1 || choices.size() == 1 || order.size() == 1) {
      directives.error("lesson.predict");
    }
    Prediction prediction = found.isEmpty() ? new Prediction.Output() : found.get(0);
    return new Block.Predict(directives.place(), ask, prediction);
  }

  /** {@code label | meaning}; where the label holds a bar, the last one counts. */
  private static <T> Option<T> option(
      Directives directives,
      Directive directive,
      java.util.function.Function<String, T> reader,
      T otherwise) {
    int bar = directive.value().lastIndexOf('|');
    if (bar < 0) {
      directives.error("lesson.option", Directives.shortened(directive.value()));
      return new Option<>(directive.value(), otherwise);
    }
    T meaning =
        directives.read(directive, directive.value().substring(bar + 1).strip(), reader, otherwise);
    return new Option<>(directive.value().substring(0, bar).strip(), meaning);
  }

  private Block experiment(Directives directives) {
    @Nullable Program program = directives.has("program") ? program(directives) : null;
    Optional<Directive> holds = directives.one("holds if");
    if (holds.isEmpty()) {
      directives.error("lesson.missing", "holds if");
    }
    Finding finds =
        directives
            .one("finds")
            .map(one -> directives.read(one, BlockReader::finding, Finding.HOLDS))
            .orElse(Finding.HOLDS);
    return new Experiment(
        directives.place(),
        directives.needed("claim"),
        directives.needed("says"),
        program,
        number(directives, "runs", 1, MOST_RUNS),
        notes(directives),
        expectations(directives),
        holds.map(one -> directives.read(one, Condition::parse, NEVER)).orElse(NEVER),
        finds,
        directives.text("held"),
        directives.text("did not hold"),
        directives.text("not tried"));
  }

  private static Finding finding(String words) {
    for (Finding finding : List.of(Finding.HOLDS, Finding.DOES_NOT_HOLD, Finding.EITHER)) {
      if (finding.words().equals(words)) {
        return finding;
      }
    }
    throw new ConditionParser.Malformed(
        "finds is “holds”, “does not hold” or “either”, not “" + words + "”");
  }

  private Block task(Directives directives) {
    Optional<Directive> goal = directives.one("goal");
    if (goal.isEmpty()) {
      directives.error("lesson.missing", "goal");
    }
    return new Block.Task(
        directives.place(),
        directives.needed("ask"),
        goal.map(one -> directives.read(one, Condition::parse, NEVER)).orElse(NEVER),
        directives.all("hint").stream().map(Directive::value).toList(),
        directives.all("solution").stream().map(Directive::value).toList(),
        directives.text("done"));
  }
}
