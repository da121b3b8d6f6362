package org.forkshell.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.parser.Parser;
import org.forkshell.lesson.Block.Paragraph;
import org.forkshell.lesson.Block.Paragraph.Form;
import org.forkshell.source.Columns;
import org.forkshell.view.Style;
import org.forkshell.view.Text;

/** Turns Markdown into styled text. */
public final class Prose extends AbstractVisitor {
  /** A sentence that begins with a number is no list. */
  private static final Parser INLINE = Parser.builder().enabledBlockTypes(Set.of()).build();

  private final List<Paragraph> paragraphs = new ArrayList<>();
  private Text line = Text.EMPTY;
  private Style style = Style.PLAIN;
  private Form form = Form.TEXT;
  private int indent;
  private String marker = "";
  private int number;

  /**
   * A sentence with code and emphasis in it.
   *
   * @param base the style of all the rest
   */
  public static Text sentence(Style base, String markdown) {
    Prose prose = new Prose();
    prose.style = base;
    INLINE.parse(markdown).accept(prose);
    Text text = Text.EMPTY;
    for (Paragraph paragraph : prose.paragraphs) {
      for (Text line : paragraph.lines()) {
        text = (text.isEmpty() ? text : text.and(base, " ")).and(line);
      }
    }
    return text;
  }

  static List<Paragraph> of(Node node) {
    Prose prose = new Prose();
    node.accept(prose);
    return prose.paragraphs;
  }

  private void end(Node parent) {
    visitChildren(parent);
    if (!line.isEmpty()) {
      paragraphs.add(new Paragraph(form, indent, marker, List.of(line)));
      marker = " ".repeat(Columns.of(marker));
      line = Text.EMPTY;
    }
  }

  private void styled(Style inner, Node node) {
    Style outer = style;
    style = inner;
    visitChildren(node);
    style = outer;
  }

  @Override
  public void visit(org.commonmark.node.Paragraph paragraph) {
    end(paragraph);
  }

  @Override
  public void visit(Heading heading) {
    style = Style.HEADING;
    end(heading);
    style = Style.PLAIN;
  }

  @Override
  public void visit(org.commonmark.node.Text text) {
    line = line.and(style, text.getLiteral());
  }

  @Override
  public void visit(SoftLineBreak lineBreak) {
    String before = line.toString();
    String after =
        lineBreak.getNext() instanceof org.commonmark.node.Text next ? next.getLiteral() : "x";
    // Chinese is written without blanks: a line's end between two of its characters is none.
    boolean wide =
        !before.isEmpty()
            && !after.isEmpty()
            && Columns.of(before.codePointBefore(before.length())) == 2
            && Columns.of(after.codePointAt(0)) == 2;
    line = line.and(style, wide ? "" : " ");
  }

  @Override
  public void visit(HardLineBreak lineBreak) {
    paragraphs.add(new Paragraph(form, indent, marker, List.of(line)));
    marker = " ".repeat(Columns.of(marker));
    line = Text.EMPTY;
  }

  @Override
  public void visit(Code code) {
    line = line.and(Style.CODE, code.getLiteral());
  }

  @Override
  public void visit(Emphasis emphasis) {
    styled(Style.EMPHASIS, emphasis);
  }

  @Override
  public void visit(StrongEmphasis emphasis) {
    styled(Style.STRONG, emphasis);
  }

  /** On a terminal a link is its text. */
  @Override
  public void visit(Link link) {
    visitChildren(link);
  }

  @Override
  public void visit(BlockQuote quote) {
    Form outer = form;
    form = Form.QUOTE;
    visitChildren(quote);
    form = outer;
  }

  @Override
  public void visit(BulletList list) {
    visitChildren(list);
  }

  @Override
  public void visit(OrderedList list) {
    Integer first = list.getMarkerStartNumber();
    number = first == null ? 1 : first;
    visitChildren(list);
  }

  @Override
  public void visit(ListItem item) {
    String outer = marker;
    marker = item.getParent() instanceof OrderedList ? number++ + ". " : "• ";
    indent += outer.length();
    visitChildren(item);
    indent -= outer.length();
    marker = outer;
  }

  @Override
  public void visit(FencedCodeBlock code) {
    code(code.getLiteral());
  }

  @Override
  public void visit(IndentedCodeBlock code) {
    code(code.getLiteral());
  }

  private void code(String literal) {
    List<Text> lines = new ArrayList<>();
    for (String row : literal.stripTrailing().split("\n", -1)) {
      lines.add(Text.of(Style.CODE, row));
    }
    paragraphs.add(new Paragraph(Form.CODE, indent + 2, "", lines));
  }
}
