package org.forkshell.lesson;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonmark.ext.front.matter.YamlFrontMatterBlock;
import org.commonmark.ext.front.matter.YamlFrontMatterExtension;
import org.commonmark.ext.front.matter.YamlFrontMatterVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.forkshell.lesson.Block.Paragraph;
import org.forkshell.lesson.Lesson.Step;
import org.forkshell.source.Diagnostic;
import org.forkshell.source.SourceText;
import org.forkshell.source.Span;
import org.jspecify.annotations.Nullable;

/** Reads a lesson from its folder. */
public final class LessonReader {
  /**
   * How deep blocks and emphasis may be nested, so that nobody who visits them runs out of stack.
   */
  private static final int DEEPEST = 200;

  private static final Parser MARKDOWN =
      Parser.builder()
          .extensions(List.of(YamlFrontMatterExtension.create()))
          .includeSourceSpans(IncludeSourceSpans.BLOCKS)
          .build();

  private final SourceText source;
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final BlockReader blocks;
  private final List<Step> steps = new ArrayList<>();
  private final List<Block> step = new ArrayList<>();
  private final List<Paragraph> prose = new ArrayList<>();
  private String heading = "";

  /** A lesson and what is wrong with its file; where something is, the lesson has gaps. */
  public record Reading(Lesson lesson, List<Diagnostic> diagnostics) {}

  private LessonReader(Path folder, SourceText source) {
    this.source = source;
    this.blocks = new BlockReader(new LessonFolder(folder), diagnostics);
  }

  /** The file of a lesson in a language; English is the one that is always there. */
  public static Path file(Path folder, Locale language) {
    return folder.resolve(language.getLanguage().equals("zh") ? "README.zh.md" : "README.md");
  }

  /** Reads a lesson in a language, or in English where it has not been translated. */
  public static Reading read(Path folder, Locale language) {
    Path translated = file(folder, language);
    boolean isThere = Files.exists(translated, LinkOption.NOFOLLOW_LINKS);
    Path file = isThere ? translated : file(folder, Locale.ENGLISH);
    List<Diagnostic> diagnostics = new ArrayList<>();
    SourceText source = new LessonFolder(folder).text(file.getFileName().toString(), diagnostics);
    return diagnostics.isEmpty()
        ? read(folder, source)
        : new Reading(
            new Lesson(LessonCatalog.nameOf(folder), folder, "", "", 0, List.of(), List.of()),
            List.copyOf(diagnostics));
  }

  /** Reads what stands in a file. */
  public static Reading read(Path folder, SourceText source) {
    LessonReader reader = new LessonReader(folder, source);
    Lesson lesson = reader.lesson(folder);
    return new Reading(lesson, List.copyOf(reader.diagnostics));
  }

  private Lesson lesson(Path folder) {
    Node document = parse();
    if (document == null) {
      diagnostics.add(Diagnostic.error(top(), "lesson.deep"));
      return new Lesson(LessonCatalog.nameOf(folder), folder, "", "", 0, List.of(), List.of());
    }
    YamlFrontMatterVisitor front = new YamlFrontMatterVisitor();
    document.accept(front);
    for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      add(node);
    }
    endStep();
    Map<String, List<String>> data = front.getData();
    return new Lesson(
        LessonCatalog.nameOf(folder),
        folder,
        needed(data, "title"),
        needed(data, "summary"),
        minutes(data),
        covers(data),
        steps);
  }

  /** The document, or null where it is nested too deep. */
  private @Nullable Node parse() {
    try {
      Node document = MARKDOWN.parse(source.text());
      return depth(document) > DEEPEST ? null : document;
    } catch (StackOverflowError deep) {
      // The parser joins the texts in marks by recursion, and knows no limit.
      return null;
    }
  }

  /** How deep a document is nested, found without recursion. */
  private static int depth(Node document) {
    int deepest = 0;
    int depth = 0;
    Node node = document;
    while (node != null) {
      Node next = node.getFirstChild();
      depth += next == null ? 0 : 1;
      deepest = Math.max(deepest, depth);
      while (next == null && node != null && node != document) {
        next = node.getNext();
        if (next == null) {
          node = node.getParent();
          depth--;
        }
      }
      node = next;
    }
    return deepest;
  }

  private void add(Node node) {
    if (node instanceof YamlFrontMatterBlock) {
      return;
    }
    if (node instanceof Heading title && title.getLevel() == 1) {
      // The title, which the front matter has as well.
      return;
    }
    if (node instanceof Heading next && next.getLevel() == 2) {
      endStep();
      heading = text(next);
      return;
    }
    Block.Kind kind = node instanceof FencedCodeBlock code ? kind(code) : Block.Kind.PROSE;
    if (kind == Block.Kind.PROSE) {
      prose.addAll(Prose.of(node));
    } else {
      endProse();
      step.add(blocks.read(kind, content(node)));
    }
  }

  private static Block.Kind kind(FencedCodeBlock code) {
    for (Block.Kind kind : Block.Kind.values()) {
      if (kind != Block.Kind.PROSE && kind.word().equals(code.getInfo().strip())) {
        return kind;
      }
    }
    return Block.Kind.PROSE;
  }

  /** The lines between the fences. */
  private Span content(Node code) {
    List<SourceSpan> lines = code.getSourceSpans();
    int end = source.text().length();
    if (lines.size() < 3) {
      int at = Math.min(end, lines.get(0).getInputIndex());
      return new Span(source, at, at);
    }
    SourceSpan first = lines.get(1);
    SourceSpan last = lines.get(lines.size() - 2);
    return new Span(source, first.getInputIndex(), last.getInputIndex() + last.getLength());
  }

  private static String text(Node node) {
    StringBuilder text = new StringBuilder();
    for (Paragraph paragraph : Prose.of(node)) {
      paragraph.lines().forEach(text::append);
    }
    return text.toString();
  }

  private void endProse() {
    if (!prose.isEmpty()) {
      step.add(new Block.Prose(prose));
      prose.clear();
    }
  }

  private void endStep() {
    endProse();
    if (!step.isEmpty() || !heading.isEmpty()) {
      steps.add(new Step(heading, step));
    }
    step.clear();
  }

  private String needed(Map<String, List<String>> data, String key) {
    List<String> values = data.getOrDefault(key, List.of());
    if (values.isEmpty() || values.get(0).isBlank()) {
      diagnostics.add(Diagnostic.error(top(), "lesson.frontMatter", key));
      return "";
    }
    return values.get(0);
  }

  private int minutes(Map<String, List<String>> data) {
    String text = needed(data, "minutes");
    if (!text.matches("[0-9]{1,3}")) {
      if (!text.isEmpty()) {
        diagnostics.add(Diagnostic.error(top(), "lesson.number", text));
      }
      return 0;
    }
    return Integer.parseInt(text);
  }

  private static List<String> covers(Map<String, List<String>> data) {
    List<String> covers = new ArrayList<>();
    for (String value : data.getOrDefault("covers", List.of())) {
      for (String one : value.split(",")) {
        if (!one.isBlank()) {
          covers.add(one.strip());
        }
      }
    }
    return covers;
  }

  private Span top() {
    return new Span(source, 0, 0);
  }
}
