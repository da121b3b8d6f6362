package org.forkshell.language.c.check;

import java.nio.charset.StandardCharsets;
import java.util.IdentityHashMap;
import java.util.Map;
import org.forkshell.ir.Realm;
import org.forkshell.ir.Symbol;
import org.forkshell.ir.Symbol.Static;
import org.forkshell.ir.Type;
import org.forkshell.ir.TypedExpression;
import org.forkshell.language.c.syntax.Declaration;
import org.forkshell.language.c.syntax.Declaration.Storage;
import org.forkshell.language.c.syntax.Expression;
import org.forkshell.language.c.syntax.TypeSyntax;
import org.forkshell.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * Declarations at file scope, and those within functions that mean something of static storage
 * duration.
 */
final class DeclarationChecker {
  private final Checker checker;
  private final FunctionChecker functions;

  /** Where functions and objects without a definition were first used. */
  private final Map<Symbol, Span> uses = new IdentityHashMap<>();

  private int unevaluated;

  DeclarationChecker(Checker checker) {
    this.checker = checker;
    this.functions = new FunctionChecker(checker);
  }

  /**
   * A whole file. Bodies of a program's functions are checked at once, the library's when they are
   * needed.
   */
  void unit(Declaration.Unit unit) {
    checker.file().implicit(unit.implicit());
    for (Declaration declaration : unit.declarations()) {
      if (!postponed(declaration)) {
        declare(declaration);
      }
    }
    for (Symbol symbol : checker.file().names().values()) {
      if (symbol instanceof Static object) {
        finish(object);
      }
    }
  }

  private boolean postponed(Declaration declaration) {
    return declaration instanceof Declaration.Variable variable
        && variable.type() instanceof TypeSyntax.Function
        && variable.span().source().name().startsWith("<")
        && checker.file().postpone(variable);
  }

  void declare(Declaration declaration) {
    if (declaration instanceof Declaration.Variable variable) {
      Type type = checker.types.type(variable.type());
      if (type instanceof Type.Function function) {
        functions.prototype(variable, function);
      } else {
        object(variable, type);
      }
    } else if (declaration instanceof Declaration.Function function) {
      functions.definition(function);
    } else if (declaration instanceof Declaration.Typedef typedef) {
      typedef(typedef);
    } else if (declaration instanceof Declaration.Tag tag) {
      checker.types.tag(tag.type());
    } else if (declaration instanceof Declaration.StaticAssertion assertion) {
      verify(assertion);
    } else {
      throw new AssertionError(declaration);
    }
  }

  private void verify(Declaration.StaticAssertion assertion) {
    Expression condition = assertion.condition();
    TypedExpression.Whole value = checker.expressions.constant(condition);
    if (value == null || value.value() != 0) {
      return;
    }
    if (assertion.message() == null) {
      checker.error(condition.span(), "check.assertion", condition.span().text());
    } else {
      String text = new String(assertion.message().bytes(), StandardCharsets.UTF_8);
      checker.error(condition.span(), "check.assertion", text);
    }
  }

  void typedef(Declaration.Typedef typedef) {
    Type type = checker.types.type(typedef.type());
    Symbol old = checker.scope().here(typedef.name());
    if (old instanceof Symbol.Typedef same && TypeRules.compatible(same.type(), type)) {
      return;
    }
    if (newName(typedef.name(), typedef.at())) {
      checker.scope().put(new Symbol.Typedef(typedef.name(), typedef.at(), type));
      if (type instanceof Type.Record record) {
        record.definition().name(typedef.name());
      }
    }
  }

  /**
   * Whether a name may be given a meaning in this scope; if it has one already, that is reported.
   */
  boolean newName(String name, Span at) {
    Scope scope = checker.scope();
    Symbol old = scope.here(name);
    if (old == null || (scope instanceof FileScope file && file.isPrompt())) {
      return true;
    }
    redefined(at, "check.redefined", old);
    return false;
  }

  void redefined(Span at, String key, Symbol old) {
    Span before = old.at();
    if (before == null) {
      checker.error(at, key, old.name());
    } else if (before.source() == at.source()) {
      checker.error(at, key + ".line", old.name(), before.line());
    } else {
      checker.error(at, key + ".file", old.name(), before.source().name(), before.line());
    }
  }

  /** An object of static storage duration at file scope, or {@code extern} in a block. */
  private void object(Declaration.Variable variable, Type type) {
    Static object = declared(variable, type);
    if (object == null) {
      return;
    }
    if (variable.initializer() != null) {
      if (object.image() != null) {
        redefined(variable.at(), "check.redefined", object);
        return;
      }
      initialize(object, variable);
    } else if (variable.storage() != Storage.EXTERN) {
      define(object);
    }
  }

  /** Notes that an object is defined, for which there must be room. */
  void define(Static object) {
    boolean fresh = !object.isDefined();
    object.define();
    Span at = object.at();
    if (fresh && object.realm() == Realm.USER && at != null && !hasRoom(object)) {
      checker.error(
          at, object.isThreadLocal() ? "check.thread.full" : "check.memory.full", object.name());
    }
    if (object.isExternal()) {
      checker.linkage().define(object.realm(), object);
    }
  }

  private boolean hasRoom(Static object) {
    return object.isThreadLocal()
        ? checker.linkage().claimThreadLocal(object)
        : checker.linkage().claim(object.type());
  }

  /** Gives an object its first value, which must be constant. */
  void initialize(Static object, Declaration.Variable variable) {
    @Nullable Expression initializer = variable.initializer();
    InitializerChecker.Result result =
        checker.initializers.initialize(object.type(), initializer, variable.name());
    object.type(result.type());
    define(object);
    object.image(
        checker.initializers.image(
            result, initializer == null ? variable.at() : initializer.span()));
    if (result.type().isConst() && !object.isThreadLocal()) {
      object.makeReadOnly();
    }
  }

  /**
   * The object that a declaration means, perhaps the one of an earlier declaration; null if it
   * cannot be.
   */
  @Nullable Static declared(Declaration.Variable variable, Type type) {
    Span at = variable.at();
    if (!isObjectType(type, variable)) {
      return null;
    }
    Scope scope = checker.scope();
    Symbol old = scope.here(variable.name());
    Realm realm = checker.file().realm();
    if (old instanceof Static object && (object.isExternal() || scope instanceof FileScope)) {
      if (!TypeRules.compatible(object.type(), type) || object.type().isConst() != type.isConst()) {
        redefined(at, "check.redeclared.type", object);
        return null;
      }
      if (!agreesOnThreads(variable, object)) {
        return null;
      }
      object.type(TypeRules.composite(object.type(), type));
      object.align(checker.types.alignment(variable.placement()));
      return object;
    }
    if (!newName(variable.name(), at)) {
      return null;
    }
    boolean external = variable.storage() != Storage.STATIC;
    Symbol linked = external ? linked(realm, variable) : null;
    Static object;
    if (linked instanceof Static same && TypeRules.compatible(same.type(), type)) {
      object = same;
      if (!agreesOnThreads(variable, object)) {
        return null;
      }
    } else {
      object = new Static(variable.name(), at, type, realm, external);
      if (variable.threadLocal() != null) {
        object.makeThreadLocal();
      }
      if (external) {
        checker.linkage().put(realm, object);
      }
    }
    object.align(checker.types.alignment(variable.placement()));
    scope.put(object);
    return object;
  }

  /** All declarations of an object say {@code _Thread_local}, or none (C11 6.7.1 p3). */
  private boolean agreesOnThreads(Declaration.Variable variable, Static object) {
    boolean agrees = object.isThreadLocal() == (variable.threadLocal() != null);
    if (!agrees) {
      redefined(variable.at(), "check.redeclared.thread", object);
    }
    return agrees;
  }

  private @Nullable Symbol linked(Realm realm, Declaration.Variable variable) {
    if (realm == Realm.LIBRARY) {
      return null;
    }
    boolean refers = variable.storage() == Storage.EXTERN && variable.initializer() == null;
    return refers
        ? checker.linkage().external(realm, variable.name())
        : checker.linkage().fresh(realm, variable.name());
  }

  /**
   * Whether an object can have this type; an array's length may still come. If not, that is
   * reported, and the name is known all the same, so that its uses are not.
   */
  boolean isObjectType(Type type, Declaration.Variable variable) {
    boolean open = type instanceof Type.Array array && array.length() == Type.Array.UNKNOWN;
    boolean later = variable.storage() == Storage.EXTERN || open;
    if (!type.isErroneous() && !type.isVoid() && (type.isComplete() || later)) {
      return true;
    }
    if (type.isVoid()) {
      checker.error(variable.at(), "check.void.variable", variable.name());
    } else if (!type.isErroneous()) {
      checker.error(variable.at(), "check.incomplete.variable", variable.name(), TypeText.of(type));
    }
    if (checker.scope().here(variable.name()) == null) {
      checker.scope().put(new Symbol.Local(variable.name(), variable.at(), Type.ERRONEOUS));
    }
    return false;
  }

  /** An array without a length at the end of the file has one element (C11 6.9.2 p5). */
  private void finish(Static object) {
    if (object.isDefined()
        && object.type() instanceof Type.Array array
        && array.length() == Type.Array.UNKNOWN) {
      object.type(new Type.Array(array.of(), 1));
    }
  }

  void prototype(Declaration.Variable variable, Type.Function type) {
    functions.prototype(variable, type);
  }

  /** Reports labels that are jumped to and stand nowhere. */
  void labels(FunctionContext context) {
    functions.labels(context);
  }

  /** From here on expressions are not evaluated: the operand of sizeof needs no definitions. */
  void beginUnevaluated() {
    unevaluated++;
  }

  void endUnevaluated() {
    unevaluated--;
  }

  /** Notes that a function or object is used, which must be defined somewhere in the end. */
  void use(Symbol symbol, Span at) {
    if (unevaluated > 0) {
      return;
    }
    uses.putIfAbsent(symbol, at);
    FunctionContext function = checker.function();
    if (function != null && symbol instanceof Symbol.Function mentioned) {
      function.references().add(mentioned);
    }
  }

  Map<Symbol, Span> uses() {
    return uses;
  }

  /** Reports what is used and defined nowhere. */
  void unresolved() {
    for (Map.Entry<Symbol, Span> use : uses.entrySet()) {
      Span at = use.getValue();
      if (use.getKey() instanceof Symbol.Function function
          && checker.linkage().resolve(function) == null) {
        if (function.isImplicit()) {
          checker.suggestions.unknownFunction(at, function.name());
        } else {
          checker.error(at, "check.function.undefined", function.name());
        }
      } else if (use.getKey() instanceof Static object
          && object.isExternal()
          && checker.linkage().resolve(object) == null) {
        checker.error(at, "check.object.undefined", object.name());
      }
    }
  }
}
