package org.forkshell.language.c.check;

import static org.forkshell.ir.TypedExpression.WRONG;

import java.util.ArrayList;
import java.util.List;
import org.forkshell.ir.Fold;
import org.forkshell.ir.Realm;
import org.forkshell.ir.Symbol;
import org.forkshell.ir.Type;
import org.forkshell.ir.TypedExpression;
import org.forkshell.ir.TypedExpression.FunctionAddress;
import org.forkshell.ir.TypedExpression.Place;
import org.forkshell.language.c.syntax.Expression;
import org.forkshell.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * Calls: who is called, whether the arguments fit, and the few functions that only the compiler can
 * be.
 */
final class CallChecker {
  /** What the names of most functions of the compiler begin with. */
  private static final String BUILTIN = "__builtin_";

  private final Checker checker;
  private final FormatChecker formats;
  private final CompilerFunctions compiler;

  CallChecker(Checker checker) {
    this.checker = checker;
    this.formats = new FormatChecker(checker);
    this.compiler = new CompilerFunctions(checker);
  }

  TypedExpression call(Expression.Call call) {
    if (call.function() instanceof Expression.Name name) {
      Symbol symbol = checker.scope().find(name.name());
      if (symbol == null) {
        TypedExpression own = compiler.call(name.name(), call);
        if (own != null) {
          return own;
        }
        Expression.Name plain = ofLibrary(name);
        if (plain != null) {
          return call(new Expression.Call(call.span(), plain, call.arguments()));
        }
        undeclared(name);
      }
    }
    TypedExpression function = checker.expressions.value(call.function());
    List<TypedExpression> arguments = new ArrayList<>(call.arguments().size());
    boolean wrong = function.isWrong();
    for (Expression argument : call.arguments()) {
      TypedExpression value = checker.expressions.used(argument);
      wrong |= value.isWrong();
      arguments.add(value);
    }
    if (function.isWrong()) {
      return WRONG;
    }
    if (!function.type().isPointer() || !(function.type().target() instanceof Type.Function type)) {
      return checker.wrong(
          call.function().span(),
          "check.call.function",
          call.function().span().text(),
          TypeText.of(function.type()));
    }
    Symbol.@Nullable Function known =
        function instanceof FunctionAddress address ? address.function() : null;
    return call(call, type, known, function, arguments, wrong);
  }

  private TypedExpression call(
      Expression.Call call,
      Type.Function type,
      Symbol.@Nullable Function known,
      TypedExpression function,
      List<TypedExpression> arguments,
      boolean wrong) {
    String name = known != null ? known.name() : call.function().span().text();
    if (!countFits(call, type, name)) {
      return WRONG;
    }
    int named = type.unspecified() ? TypedExpression.Call.UNSPECIFIED : type.parameters().size();
    List<TypedExpression> converted = new ArrayList<>(arguments.size());
    for (int i = 0; i < arguments.size(); i++) {
      TypedExpression argument = arguments.get(i);
      Span at = call.arguments().get(i).span();
      TypedExpression value;
      if (i < type.parameters().size()
          && (!type.unspecified() || isNumber(argument, type.parameters().get(i)))) {
        value =
            checker.conversions.assigned(
                argument,
                type.parameters().get(i),
                call.arguments().get(i),
                at,
                "argument",
                i + 1,
                name);
      } else {
        value = promoted(argument);
      }
      wrong |= value.isWrong();
      converted.add(value);
    }
    if (!type.returns().isVoid() && !type.returns().isComplete()) {
      return checker.wrong(call.span(), "check.incomplete", TypeText.of(type.returns()));
    }
    if (wrong) {
      return WRONG;
    }
    if (known != null && type.variadic()) {
      formats.check(name, call, converted);
    }
    TypedExpression ignored = fit(type, converted);
    Symbol.@Nullable Local result =
        type.returns().isRecord() ? Symbol.Local.hidden(type.returns()) : null;
    TypedExpression made =
        new TypedExpression.Call(
            type.returns(),
            call.span(),
            known,
            known != null ? null : function,
            List.copyOf(converted),
            named,
            result);
    return ignored == null ? made : new TypedExpression.Comma(made.type(), ignored, made);
  }

  /**
   * Makes the arguments of a function without a declaration as many as it takes: what is missing is
   * 0, which is one of the values that a register may hold.
   *
   * @return what the surplus ones do, or null
   */
  private static @Nullable TypedExpression fit(
      Type.Function type, List<TypedExpression> arguments) {
    if (type.unspecified() || type.variadic()) {
      return null;
    }
    List<Type> wanted = type.parameters();
    for (int i = arguments.size(); i < wanted.size(); i++) {
      arguments.add(Fold.convert(Fold.whole(Type.INT, 0), wanted.get(i)));
    }
    TypedExpression ignored = null;
    while (arguments.size() > wanted.size()) {
      TypedExpression surplus = Fold.convert(arguments.remove(arguments.size() - 1), Type.VOID);
      ignored = ignored == null ? surplus : new TypedExpression.Comma(Type.VOID, ignored, surplus);
    }
    return ignored;
  }

  private static boolean isNumber(TypedExpression argument, Type parameter) {
    return argument.type().isArithmetic() && parameter.isArithmetic();
  }

  private static TypedExpression promoted(TypedExpression argument) {
    Type type = argument.type();
    if (type.isInteger()) {
      return Conversions.promoted(argument);
    }
    return type.isScalar() ? Fold.convert(argument, TypeRules.promotedArgument(type)) : argument;
  }

  private boolean countFits(Expression.Call call, Type.Function type, String name) {
    int given = call.arguments().size();
    int wanted = type.parameters().size();
    boolean open = type.unspecified() && wanted == 0;
    if (open || given == wanted || (type.variadic() && given > wanted)) {
      return true;
    }
    Span at = call.function().span();
    String key = given > wanted ? "check.arguments.many" : "check.arguments.few";
    String declaration = TypeText.declaration(type, name);
    boolean undeclared = checker.file().isImplicit(name) && !type.variadic() && !isBuiltIn(name);
    if (type.unspecified() || undeclared) {
      checker.warning(at, key, name, wanted, given, declaration);
      return true;
    }
    checker.error(at, key, name, wanted, given, declaration);
    return false;
  }

  /**
   * Whether gcc knows the function by itself, with a type that {@code int name()} does not fit: of
   * these it checks the arguments even if nothing declares them.
   */
  private static boolean isBuiltIn(String name) {
    return switch (name) {
      case "exit",
          "_exit",
          "_Exit",
          "abort",
          "malloc",
          "calloc",
          "realloc",
          "free",
          "alloca",
          "strlen",
          "strcpy",
          "strncpy",
          "strcat",
          "strncat",
          "strchr",
          "strrchr",
          "strstr",
          "strdup",
          "strndup",
          "strpbrk",
          "strspn",
          "strcspn",
          "memcpy",
          "memmove",
          "memset",
          "memchr",
          "mempcpy",
          "stpcpy",
          "fwrite",
          "sqrt",
          "pow",
          "sin",
          "cos",
          "tan",
          "exp",
          "log",
          "fabs",
          "floor",
          "ceil" ->
          true;
      default -> false;
    };
  }

  /**
   * {@code __builtin_strlen} is strlen, whatever headers are included; null where there is none of
   * that name.
   */
  private Expression.@Nullable Name ofLibrary(Expression.Name name) {
    String plain = name.name().startsWith(BUILTIN) ? name.name().substring(BUILTIN.length()) : "";
    if (checker.linkage().library().headerOf(name.name()) != null || plain.isEmpty()) {
      return null;
    }
    if (checker.scope().find(plain) == null) {
      String header = checker.linkage().library().headerOf(plain);
      Symbol declared = header == null ? null : checker.linkage().declared(header, plain);
      if (!(declared instanceof Symbol.Function function)
          || checker.linkage().resolve(function) == null) {
        return null;
      }
      checker.file().put(function);
    }
    return new Expression.Name(name.span(), plain);
  }

  /**
   * Calls what nothing declares: of the library if it is there, else {@code int name()} as the
   * common compilers have it.
   */
  private void undeclared(Expression.Name name) {
    String header = checker.linkage().library().headerOf(name.name());
    Symbol declared = header == null ? null : checker.linkage().declared(header, name.name());
    if (declared instanceof Symbol.Function function
        && checker.linkage().resolve(function) != null) {
      if (!name.name().startsWith(BUILTIN)) {
        checker.warning(name.span(), "check.implicit.header", name.name(), String.valueOf(header));
      }
      checker.file().put(function);
      return;
    }
    Type.Function type = new Type.Function(Type.INT, List.of(), false, true);
    Realm realm = checker.file().realm();
    Symbol.Function function = new Symbol.Function(name.name(), name.span(), type, realm, true);
    function.implicit(true);
    checker.file().put(function);
    checker.linkage().put(realm, function);
  }

  TypedExpression nextArgument(Expression.VaArg next) {
    TypedExpression list = checker.expressions.raw(next.list());
    Type type = checker.types.type(next.type());
    if (list.isWrong() || type.isErroneous()) {
      return WRONG;
    }
    if (!(list instanceof Place place) || !place.type().isPointer()) {
      return checker.wrong(next.list().span(), "check.va.list", TypeText.of(list.type()));
    }
    if (!type.isComplete()) {
      return checker.wrong(next.span(), "check.incomplete", TypeText.of(type));
    }
    Type promoted = type.isArithmetic() ? TypeRules.promotedArgument(type) : type;
    if (!promoted.is(type.unqualified())) {
      checker.warning(next.span(), "check.va.promoted", TypeText.of(type), TypeText.of(promoted));
    }
    return new TypedExpression.NextArgument(promoted, place);
  }
}
