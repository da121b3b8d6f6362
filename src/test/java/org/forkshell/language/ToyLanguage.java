package org.forkshell.language;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.forkshell.abi.SystemCall;
import org.forkshell.ir.Definitions;
import org.forkshell.ir.Fold;
import org.forkshell.ir.FunctionBody;
import org.forkshell.ir.Image;
import org.forkshell.ir.Realm;
import org.forkshell.ir.RuntimeFunction;
import org.forkshell.ir.RuntimeObject;
import org.forkshell.ir.Symbol;
import org.forkshell.ir.Type;
import org.forkshell.ir.TypedExpression;
import org.forkshell.ir.TypedLine;
import org.forkshell.ir.TypedProgram;
import org.forkshell.ir.TypedStatement;
import org.forkshell.source.Diagnostic;
import org.forkshell.source.SourceText;
import org.forkshell.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * A language that is not C, for tests: a statement a line, no library, no stdio, no {@code main}.
 *
 * <pre>
 * say WORDS         writes the words to descriptor 1
 * fork              sets the language's one variable, forked, to what the system call gives
 * child STATEMENT   for the process in which forked is 0
 * wait              for a child to end
 * end STATUS        ends the process
 * </pre>
 */
final class ToyLanguage implements Language {
  private static final Set<String> WORDS = Set.of("say", "fork", "child", "wait", "end");

  @Override
  public String extension() {
    return ".toy";
  }

  @Override
  public Compilation<TypedProgram> program(SourceText text, Includes includes) {
    Lines lines = new Lines();
    Span all = new Span(text, 0, text.text().length());
    FunctionBody body = lines.body(text, all, List.of(lines.evaluate(all, lines.exit, 0)));
    lines.start.body(body);
    TypedProgram program = new TypedProgram(all, List.of(lines.forked), lines);
    return new Compilation<>(lines.wrong.isEmpty() ? program : null, lines.wrong);
  }

  @Override
  public LineFrontEnd lines(Includes includes) {
    return new Lines();
  }

  @Override
  public List<TokenRegion> regions(String text) {
    int end = text.indexOf(' ') < 0 ? text.length() : text.indexOf(' ');
    boolean known = WORDS.contains(text.substring(0, end));
    return known ? List.of(new TokenRegion(TokenClass.KEYWORD, 0, end)) : List.of();
  }

  @Override
  public Set<String> words() {
    return WORDS;
  }

  @Override
  public String declaration(Type type, String name) {
    return name;
  }

  @Override
  public String value(Type type, long address, ObservedMemory memory) {
    byte[] bytes = memory.read(address, 4);
    return bytes == null
        ? "?"
        : ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt() + "";
  }

  /** What came of a line: only the typed tree, nothing is saved of it but its text. */
  private record Analysis(TypedLine typed) implements LineAnalysis {}

  /** Texts that share the variable. */
  private static final class Lines implements LineFrontEnd, Definitions {
    private final Symbol.Function write =
        of("write", SystemCall.write, Type.LONG, Type.INT, Type.VOID_POINTER, Type.LONG);
    private final Symbol.Function fork = of("fork", SystemCall.__fork, Type.INT);
    private final Symbol.Function wait =
        of("wait", SystemCall.waitpid, Type.INT, Type.INT, Type.VOID_POINTER, Type.INT);
    private final Symbol.Function exit = of("end", SystemCall._exit, Type.VOID, Type.INT);
    private final Symbol.Function start =
        new Symbol.Function(
            "program",
            null,
            new Type.Function(Type.VOID, List.of(), true, false),
            Realm.USER,
            true);
    private final Symbol.Static forked =
        new Symbol.Static("forked", null, Type.INT, Realm.USER, true);
    private List<Diagnostic> wrong = new ArrayList<>();
    private int number;

    Lines() {
      forked.define();
    }

    private static Symbol.Function of(
        String name, SystemCall call, Type returns, Type... parameters) {
      Type.Function type = new Type.Function(returns, List.of(parameters), false, false);
      Symbol.Function function = new Symbol.Function(name, null, type, Realm.LIBRARY, true);
      function.systemCall(call.ordinal());
      return function;
    }

    private FunctionBody body(SourceText text, Span all, List<TypedStatement> last) {
      List<TypedStatement> statements = new ArrayList<>();
      for (int line = 1; line <= text.lineCount(); line++) {
        String words = text.line(line);
        int from = text.startOf(line) + words.length() - words.stripLeading().length();
        if (!words.isBlank()) {
          statements.add(statement(new Span(text, from, from + words.strip().length())));
        }
      }
      statements.addAll(last);
      TypedStatement.Block block = new TypedStatement.Block(statements, List.of());
      return new FunctionBody(List.of(), null, block, all, List.of(), false);
    }

    private TypedStatement statement(Span span) {
      String[] words = span.text().split(" ", 2);
      String rest = words.length == 1 ? "" : words[1];
      TypedExpression.StaticPlace variable = new TypedExpression.StaticPlace(Type.INT, forked, 0);
      switch (words[0]) {
        case "say" -> {
          byte[] bytes = (rest + "\n").getBytes(UTF_8);
          Type array = new Type.Array(Type.CHAR, bytes.length);
          Symbol.Static object = new Symbol.Static("", span, array, Realm.USER, false);
          object.image(new Image(bytes));
          object.makeReadOnly();
          return new TypedStatement.Evaluate(
              span,
              call(
                  span,
                  write,
                  Fold.whole(Type.INT, 1),
                  Fold.addressOf(
                      Type.VOID_POINTER, new TypedExpression.StaticPlace(array, object, 0)),
                  Fold.whole(Type.LONG, bytes.length)));
        }
        case "fork" -> {
          return new TypedStatement.Evaluate(
              span, new TypedExpression.Assign(Type.INT, variable, call(span, fork)));
        }
        case "child" -> {
          Span inner = new Span(span.source(), span.end() - rest.length(), span.end());
          return new TypedStatement.If(
              span, new TypedExpression.Not(variable), statement(inner), null);
        }
        case "wait" -> {
          return evaluate(span, wait, -1, 0, 0);
        }
        case "end" -> {
          return evaluate(span, exit, Integer.parseInt(rest));
        }
        default -> {
          wrong.add(Diagnostic.error(span, "check.undeclared", words[0]));
          return new TypedStatement.Evaluate(span, TypedExpression.WRONG);
        }
      }
    }

    private TypedStatement evaluate(Span span, Symbol.Function function, long... numbers) {
      TypedExpression[] arguments = new TypedExpression[numbers.length];
      for (int i = 0; i < numbers.length; i++) {
        arguments[i] = Fold.whole(function.parameters().get(i), numbers[i]);
      }
      return new TypedStatement.Evaluate(span, call(span, function, arguments));
    }

    private static TypedExpression.Call call(
        Span span, Symbol.Function function, TypedExpression... arguments) {
      return new TypedExpression.Call(
          function.type().returns(),
          span,
          function,
          null,
          List.of(arguments),
          arguments.length,
          null);
    }

    @Override
    public Completeness completeness(String text, @Nullable String next) {
      return text.isBlank() ? Completeness.EMPTY : Completeness.COMPLETE;
    }

    @Override
    public Compilation<LineAnalysis> check(SourceText text) {
      wrong = new ArrayList<>();
      FunctionBody body = body(text, new Span(text, 0, text.text().length()), List.of());
      if (!wrong.isEmpty()) {
        return new Compilation<>(null, wrong);
      }
      boolean forks = text.text().startsWith("fork");
      TypedLine typed =
          new TypedLine(
              "line " + ++number,
              number == 1 ? List.of(forked) : List.of(),
              body,
              List.of(),
              forks ? List.of(forked) : List.of(),
              forks ? "fork" : "");
      return new Compilation<>(new Analysis(typed), List.of());
    }

    @Override
    public @Nullable Type typeOf(String name) {
      return name.equals("forked") ? Type.INT : null;
    }

    @Override
    public Definitions definitions() {
      return this;
    }

    @Override
    public SavedProgram save(List<LoggedLine> log) {
      String lines = log.stream().map(LoggedLine::text).collect(Collectors.joining("\n", "", "\n"));
      return new SavedProgram("say " + SavedProgram.MARK + "\n" + lines, false);
    }

    @Override
    public Symbol.Function resolve(Symbol.Function function) {
      return function;
    }

    @Override
    public Symbol.Static resolve(Symbol.Static object) {
      return object;
    }

    @Override
    public Symbol.Function runtime(RuntimeFunction function) {
      return switch (function) {
        case START -> start;
        case EXIT -> exit;
        case ALLOCATE, RELEASE -> throw new AssertionError(function);
      };
    }

    @Override
    public Symbol.@Nullable Static runtime(RuntimeObject object) {
      return null;
    }

    @Override
    public TypedExpression.Call unused(TypedExpression.Call call) {
      return call;
    }
  }
}
