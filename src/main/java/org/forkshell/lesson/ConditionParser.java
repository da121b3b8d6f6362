package org.forkshell.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.forkshell.lesson.Measure.Attribute;
import org.forkshell.lesson.Measure.Quantity;
import org.forkshell.process.ProcessName;

/** Reads conditions, measures and selectors of happenings, by recursive descent. */
final class ConditionParser {
  private static final Pattern TOKEN =
      Pattern.compile("\\s*(?:(\"(?:[^\"\\\\]++|\\\\.)*+\")|(<=|>=|!=|[=<>()])|([^\\s\"=<>()!]+))");

  private final List<String> tokens = new ArrayList<>();
  private int at;

  /** Text that is no condition; the message says where, in words for authors. */
  static final class Malformed extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    Malformed(String message) {
      super(message);
    }
  }

  ConditionParser(String text) {
    Matcher matcher = TOKEN.matcher(text);
    int end = 0;
    while (end < text.stripTrailing().length()) {
      if (!matcher.find(end) || matcher.start() != end) {
        throw new Malformed("cannot read “" + text.substring(end).strip() + "”");
      }
      tokens.add(matcher.group().strip());
      end = matcher.end();
    }
  }

  Condition wholeCondition() {
    Condition condition = or();
    end();
    return condition;
  }

  Measure wholeMeasure() {
    Measure measure = measure();
    end();
    return measure;
  }

  Selector wholeSelector() {
    Selector selector = selector();
    end();
    return selector;
  }

  private void end() {
    if (at < tokens.size()) {
      throw new Malformed("“" + tokens.get(at) + "” is not expected here");
    }
  }

  private String peek() {
    return at < tokens.size() ? tokens.get(at) : "";
  }

  private String next() {
    if (at == tokens.size()) {
      throw new Malformed("something is missing at the end");
    }
    return tokens.get(at++);
  }

  private boolean accept(String token) {
    boolean there = peek().equals(token);
    at += there ? 1 : 0;
    return there;
  }

  /** Accepts several words in a row, or none of them. */
  private boolean acceptAll(String words) {
    int start = at;
    for (String word : words.split(" ")) {
      if (!accept(word)) {
        at = start;
        return false;
      }
    }
    return true;
  }

  private void expect(String token) {
    if (!accept(token)) {
      throw new Malformed(
          "“" + token + "” is expected" + (peek().isEmpty() ? "" : " before “" + peek() + "”"));
    }
  }

  // Conditions.

  private Condition or() {
    Condition left = and();
    while (accept("or")) {
      left = new Condition.Or(left, and());
    }
    return left;
  }

  private Condition and() {
    Condition left = not();
    while (accept("and")) {
      left = new Condition.And(left, not());
    }
    return left;
  }

  private Condition not() {
    if (accept("not")) {
      return new Condition.Not(not());
    }
    if (accept("(")) {
      Condition inner = or();
      expect(")");
      return inner;
    }
    if (accept("yes")) {
      return new Condition.Constant(true);
    }
    if (accept("no")) {
      return new Condition.Constant(false);
    }
    if (accept("happens")) {
      return new Condition.Happens(selector());
    }
    Condition before = before();
    return before != null ? before : comparison();
  }

  private @org.jspecify.annotations.Nullable Condition before() {
    int start = at;
    try {
      Selector earlier = selector();
      if (accept("before")) {
        return new Condition.Before(earlier, selector());
      }
    } catch (Malformed noEvent) {
      // A measure, then.
    }
    at = start;
    return null;
  }

  private Condition comparison() {
    Measure left = measure();
    String sign = next();
    for (Condition.Relation relation : Condition.Relation.values()) {
      if (relation.sign().equals(sign)) {
        return new Condition.Comparison(left, relation, measure());
      }
    }
    throw new Malformed("one of = != < <= > >= or “before” is expected, not “" + sign + "”");
  }

  // Measures.

  private Measure measure() {
    String word = peek();
    if (word.startsWith("\"")) {
      return new Measure.Constant(template());
    }
    if (word.matches("-?[0-9].*")) {
      at++;
      return new Measure.Constant(new Template(List.of(word)));
    }
    if (acceptAll("runs where")) {
      expect("(");
      Condition condition = or();
      expect(")");
      return new Measure.RunsWhere(condition);
    }
    for (Quantity quantity : Quantity.values()) {
      if (acceptAll(quantity.words())) {
        return new Measure.Count(quantity);
      }
    }
    at++;
    return switch (word) {
      case "lines" -> new Measure.Lines(of());
      case "output" -> new Measure.Output(template(), of());
      case "events" -> new Measure.Events(each(selector()));
      case "status" -> new Measure.Of(Attribute.STATUS, one());
      case "pid" -> new Measure.Of(Attribute.PID, one());
      case "parent" -> new Measure.Of(Attribute.PARENT, one());
      case "threads" -> new Measure.Of(Attribute.THREADS, one());
      case "awaited" -> {
        expect("by");
        yield new Measure.Of(Attribute.AWAITED, name());
      }
      case "address" -> new Measure.Address(addressed());
      case "value" -> value();
      case "" -> throw new Malformed("a measure is missing at the end");
      default -> throw new Malformed("“" + word + "” is no measure");
    };
  }

  private static Selector each(Selector selector) {
    return new Selector(Selector.EACH, selector.kind(), selector.detail(), selector.who());
  }

  private Measure value() {
    if (accept("of")) {
      Template text = template();
      return new Measure.NumberBehind(text, of());
    }
    return new Measure.Variable(next(), one());
  }

  /** A variable's name; whose it is makes no difference, but reads well. */
  private String addressed() {
    String name = next();
    of();
    return name;
  }

  private Template template() {
    String token = next();
    if (!token.startsWith("\"")) {
      throw new Malformed("a text in quotes is expected, not “" + token + "”");
    }
    return Template.of(unquoted(token));
  }

  private static String unquoted(String token) {
    return token
        .substring(1, token.length() - 1)
        .replace("\\n", "\n")
        .replace("\\t", "\t")
        .replace("\\\"", "\"")
        .replace("\\\\", "\\");
  }

  private Who of() {
    if (!accept("of")) {
      return Who.ANY;
    }
    return accept("child") || accept("children") ? Who.CHILD : Who.of(name());
  }

  private ProcessName one() {
    expect("of");
    return name();
  }

  private ProcessName name() {
    String word = next();
    try {
      return ProcessName.of(word);
    } catch (IllegalArgumentException e) {
      throw new Malformed("“" + word + "” is no process; they are called P, P.1, P.1.2 …");
    }
  }

  // Happenings.

  private Selector selector() {
    int which = which();
    Happening.Kind kind = kind();
    String detail = "";
    switch (kind) {
      case OUTPUT -> detail = peek().startsWith("\"") ? unquoted(next()) : "";
      case FLUSH, BLOCK, EXIT, DEATH -> {
        if (!List.of("of", "before", "", ")", "and", "or").contains(peek())) {
          detail = next();
        }
      }
      default -> {}
    }
    return new Selector(which, kind, detail, of());
  }

  private int which() {
    if (accept("first")) {
      return 1;
    }
    if (accept("last")) {
      return Selector.LAST;
    }
    if (accept("each")) {
      return Selector.EACH;
    }
    Matcher ordinal = Pattern.compile("([1-9][0-9]?)(st|nd|rd|th)").matcher(peek());
    if (ordinal.matches()) {
      at++;
      return Integer.parseInt(ordinal.group(1));
    }
    return 1;
  }

  private Happening.Kind kind() {
    for (Happening.Kind kind : Happening.Kind.values()) {
      if (acceptAll(kind.word())) {
        return kind;
      }
    }
    throw new Malformed("“" + peek() + "” is no event");
  }
}
