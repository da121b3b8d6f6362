package org.forkshell.tutor;

import java.util.ArrayList;
import java.util.List;
import org.forkshell.lesson.Block;
import org.forkshell.lesson.Block.Paragraph;
import org.forkshell.lesson.Lesson;
import org.forkshell.lesson.Prediction;
import org.forkshell.lesson.Prediction.Judgement;
import org.forkshell.lesson.Prediction.Option;
import org.forkshell.lesson.Prose;
import org.forkshell.shell.Display;
import org.forkshell.shell.Settings;
import org.forkshell.source.SourceBytes;
import org.forkshell.view.LineLayout;
import org.forkshell.view.Messages;
import org.forkshell.view.Style;
import org.forkshell.view.Text;

/** How the parts of a lesson look. */
final class LessonPage {
  /** Longer lines are hard to read. */
  private static final int WIDEST = 84;

  private static final int INDENT = 2;

  private final Display display;
  private final Messages words;
  private boolean atTop;

  LessonPage(Display display, Settings settings) {
    this.display = display;
    this.words = new Messages(LessonSession.class, "Lessons", settings.language());
  }

  Messages words() {
    return words;
  }

  private int width() {
    int width = display.screen().width();
    return width == 0 ? WIDEST : Math.min(width, WIDEST);
  }

  /** A sentence of the tool's own. */
  void say(Style style, String key, Object... arguments) {
    plain(style, words.get(key, arguments));
  }

  void plain(Style style, String sentence) {
    List<Text> lines = new ArrayList<>();
    for (String line : sentence.split("\n", -1)) {
      lines.addAll(LineLayout.wrapped(Text.of(style, line), INDENT, width()));
    }
    display.lines(lines);
  }

  /** Parts stand apart; the first stands below the heading. */
  void gap() {
    if (!atTop) {
      blank();
    }
    goOn();
  }

  /** Something stands below the heading, or will without being told so. */
  void goOn() {
    atTop = false;
  }

  void blank() {
    display.lines(List.of(Text.EMPTY));
  }

  void title(Lesson lesson) {
    blank();
    display.lines(
        LineLayout.wrapped(
            Text.of(Style.HEADING, lesson.title())
                .and(Style.NOTE, "  " + words.get("minutes", lesson.minutes())),
            INDENT,
            width()));
  }

  /**
   * @param number of the step, counted from 1
   */
  void heading(String heading, int number, int steps) {
    atTop = true;
    blank();
    if (!heading.isEmpty()) {
      Text line =
          Text.of(Style.DRAWING, "── ")
              .and(Style.HEADING, heading)
              .and(Style.NOTE, "  " + number + "/" + steps + " ");
      int rest = Math.max(0, width() - INDENT - line.width() - 1);
      display.lines(
          List.of(
              Text.of(Style.PLAIN, " ".repeat(INDENT))
                  .and(line)
                  .and(Style.DRAWING, "─".repeat(rest))));
      blank();
    }
  }

  void prose(List<Paragraph> paragraphs) {
    List<Text> lines = new ArrayList<>();
    boolean inList = false;
    for (Paragraph paragraph : paragraphs) {
      boolean item = !paragraph.marker().isEmpty();
      if (!lines.isEmpty() && !(item && inList)) {
        lines.add(Text.EMPTY);
      }
      inList = item;
      lines.addAll(lines(paragraph));
    }
    display.lines(lines);
  }

  private List<Text> lines(Paragraph paragraph) {
    int indent = INDENT + paragraph.indent();
    List<Text> lines = new ArrayList<>();
    for (Text line : paragraph.lines()) {
      if (paragraph.form() == Paragraph.Form.CODE) {
        lines.add(Text.of(Style.PLAIN, " ".repeat(indent)).and(line));
        continue;
      }
      Text marker =
          paragraph.form() == Paragraph.Form.QUOTE
              ? Text.of(Style.DRAWING, "│ ")
              : Text.of(Style.NOTE, paragraph.marker());
      int inner = indent + marker.width();
      boolean first = true;
      for (Text wrapped : LineLayout.wrapped(line, 0, Math.max(20, width() - inner))) {
        boolean marked = first || paragraph.form() == Paragraph.Form.QUOTE;
        Text start = Text.of(Style.PLAIN, " ".repeat(indent)).and(marked ? marker : Text.EMPTY);
        lines.add(start.padded(inner).and(wrapped));
        first = false;
      }
    }
    return lines;
  }

  /** Lines that will be entered at the prompt. */
  void lines(List<String> typed) {
    List<Text> lines = new ArrayList<>();
    for (String line : typed) {
      for (String row : line.split("\n")) {
        lines.add(Text.of(Style.PLAIN, " ".repeat(2 * INDENT)).and(Style.CODE, row));
      }
    }
    display.lines(lines);
  }

  /** A program's text. */
  void listing(String name, String source) {
    List<Text> lines = new ArrayList<>();
    lines.add(Text.of(Style.NOTE, "  " + name));
    String[] rows = SourceBytes.readable(source.stripTrailing()).split("\r\n|\r|\n", -1);
    int digits = Integer.toString(rows.length).length();
    for (int i = 0; i < rows.length; i++) {
      String number = " ".repeat(digits - Integer.toString(i + 1).length()) + (i + 1);
      lines.add(
          Text.of(Style.NOTE, "  " + number + "  ").and(Style.CODE, rows[i].replace("\t", "    ")));
    }
    display.lines(lines);
  }

  /** What the author asks, of somebody who can read code and emphasis in it. */
  private void ask(String sign, String ask) {
    Text sentence = Text.of(Style.STRONG, sign).and(Prose.sentence(Style.STRONG, ask));
    display.lines(LineLayout.wrapped(sentence, INDENT, width()));
  }

  /**
   * @param attended whether somebody is there who may answer
   */
  void question(Block.Predict predict, boolean attended) {
    ask("? ", predict.ask());
    Prediction prediction = predict.prediction();
    if (prediction instanceof Prediction.Choice choice) {
      options(choice.options());
    } else if (prediction instanceof Prediction.Order order) {
      options(order.options());
    }
    if (attended) {
      say(Style.NOTE, how(prediction));
    }
  }

  private static String how(Prediction prediction) {
    return prediction instanceof Prediction.Number
        ? "answer.number"
        : prediction instanceof Prediction.Choice
            ? "answer.choice"
            : prediction instanceof Prediction.Order ? "answer.order" : "answer.output";
  }

  /** What was typed is no answer to a question. */
  void notUnderstood(Block.Predict predict) {
    say(Style.NOTE, "answer.unclear");
    say(Style.NOTE, how(predict.prediction()));
  }

  private <T> void options(List<Option<T>> options) {
    for (int i = 0; i < options.size(); i++) {
      Text label = Prose.sentence(Style.PLAIN, options.get(i).label());
      Text line = Text.of(Style.CODE, (i + 1) + "  ").and(label);
      display.lines(LineLayout.wrapped(line, 2 * INDENT, width()));
    }
  }

  /** How a prediction did. */
  void judgement(Block.Predict predict, String answer, Judgement judgement) {
    boolean text = predict.prediction() instanceof Prediction.Output;
    String said = text ? "" : plain(judgement.said());
    String actual = text ? "" : plain(judgement.actual());
    switch (judgement.verdict()) {
      case RIGHT -> say(Style.ENDED, text ? "judged.output.right" : "judged.right", said);
      case POSSIBLE ->
          say(Style.CALL, text ? "judged.output.possible" : "judged.possible", said, actual);
      case WRONG -> {
        say(Style.WARNING, text ? "judged.output.wrong" : "judged.wrong", said, actual);
        if (text) {
          difference(answer, judgement.actual());
        }
      }
      case UNCLEAR -> {
        if (!actual.isEmpty()) {
          say(Style.MESSAGE, "judged.unclear", actual);
        }
      }
    }
  }

  /** Without the marks of Markdown. */
  private static String plain(String label) {
    return Prose.sentence(Style.PLAIN, label).toString();
  }

  /** Where what was typed and what was written part. */
  private void difference(String typed, String actual) {
    List<String> expected = typed.strip().lines().map(String::strip).toList();
    List<String> written = actual.strip().lines().map(String::strip).toList();
    for (int i = 0; i < Math.max(expected.size(), written.size()); i++) {
      String mine = i < expected.size() ? expected.get(i) : "";
      String its = i < written.size() ? written.get(i) : "";
      if (!mine.equals(its)) {
        say(Style.NOTE, "judged.line", i + 1, mine.isEmpty() ? "–" : mine, its);
        return;
      }
    }
  }

  void claim(Block.Experiment experiment) {
    display.lines(
        LineLayout.wrapped(
            Text.of(Style.STRONG, words.get("claim", experiment.claim()) + " ")
                .and(Prose.sentence(Style.EMPHASIS, experiment.says())),
            INDENT,
            width()));
  }

  void task(Block.Task task) {
    ask("! ", task.ask());
  }

  /** What an experiment found. */
  void verdict(Block.Experiment experiment, Block.Finding finding, String why) {
    switch (finding) {
      case HOLDS -> {
        say(Style.ENDED, "verdict.holds");
        remark(experiment.held());
      }
      case DOES_NOT_HOLD -> {
        say(Style.WARNING, "verdict.doesNotHold");
        remark(experiment.didNotHold());
      }
      case NOT_TRIED -> {
        say(Style.NOTE, "verdict.notTried", why);
        remark(experiment.notTried());
      }
      case EITHER -> throw new AssertionError(finding);
    }
  }

  /** What the author says. */
  void remark(String text) {
    if (!text.isEmpty()) {
      Text remark = Text.of(Style.REMARK, "▸ ").and(Prose.sentence(Style.REMARK, text));
      display.lines(LineLayout.wrapped(remark, INDENT, width()));
    }
  }
}
