package org.forkshell.language.c.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.forkshell.abi.NativeFunction;
import org.forkshell.abi.SystemCall;
import org.forkshell.ir.FunctionBody;
import org.forkshell.ir.Realm;
import org.forkshell.ir.Symbol;
import org.forkshell.ir.Symbol.Function;
import org.forkshell.ir.Symbol.Local;
import org.forkshell.ir.Type;
import org.forkshell.ir.TypedExpression;
import org.forkshell.ir.TypedStatement;
import org.forkshell.language.c.syntax.Declaration;
import org.forkshell.language.c.syntax.Declaration.Storage;
import org.forkshell.language.c.syntax.TypeSyntax;
import org.forkshell.source.Span;
import org.forkshell.source.Spelling;
import org.jspecify.annotations.Nullable;

/** Functions: their prototypes, definitions and bodies. */
final class FunctionChecker {
  private final Checker checker;

  FunctionChecker(Checker checker) {
    this.checker = checker;
  }

  void prototype(Declaration.Variable variable, Type.Function type) {
    if (variable.initializer() != null) {
      checker.error(variable.at(), "check.function.initialised", variable.name());
      return;
    }
    Function function = declared(variable.name(), variable.at(), type, variable.storage());
    if (function == null || function.isDefined()) {
      return;
    }
    if (variable.storage() == Storage.NATIVE) {
      function.nativeFunction(nativeFunction(variable.name()));
    } else if (variable.storage() == Storage.SYSTEM) {
      function.systemCall(systemCall(variable.name()));
    }
  }

  private static int nativeFunction(String name) {
    for (NativeFunction function : NATIVE_FUNCTIONS) {
      if (function.name().equals(name)) {
        return function.ordinal();
      }
    }
    throw new AssertionError("no native function " + name);
  }

  private static int systemCall(String name) {
    for (SystemCall call : SYSTEM_CALLS) {
      if (call.name().equals(name)) {
        return call.ordinal();
      }
    }
    throw new AssertionError("no system call " + name);
  }

  private static final NativeFunction[] NATIVE_FUNCTIONS = NativeFunction.values();
  private static final SystemCall[] SYSTEM_CALLS = SystemCall.values();

  /**
   * The function that a declaration means, perhaps the one of an earlier declaration; null if it
   * cannot be.
   */
  private @Nullable Function declared(String name, Span at, Type.Function type, Storage storage) {
    Scope scope = checker.scope();
    Realm realm = checker.file().realm();
    Symbol old = scope.here(name);
    if (old instanceof Function function) {
      if (checker.file().isPrompt() && !TypeRules.compatible(function.type(), type)) {
        return fresh(name, at, type, storage, realm);
      }
      return redeclared(function, at, type) ? function : null;
    }
    if (!checker.declarations.newName(name, at)) {
      return null;
    }
    boolean external = storage != Storage.STATIC;
    if (!(scope instanceof FileScope)
        && checker.file().isImplicit(name)
        && scope.find(name) instanceof Function called
        && !TypeRules.compatible(called.type(), type)) {
      // char *malloc(); of 1978, in the function that needs it: nothing else had declared it.
      return fresh(name, at, type, storage, realm);
    }
    Symbol linked = external ? checker.linkage().fresh(realm, name) : null;
    if (linked instanceof Function function) {
      scope.put(function);
      return redeclared(function, at, type) ? function : null;
    }
    if (!(scope instanceof FileScope) && scope.find(name) instanceof Function outer) {
      scope.put(outer);
      return redeclared(outer, at, type) ? outer : null;
    }
    return fresh(name, at, type, storage, realm);
  }

  private Function fresh(String name, Span at, Type.Function type, Storage storage, Realm realm) {
    Function function = new Function(name, at, type, realm, storage != Storage.STATIC);
    if (function.isExternal()) {
      checker.linkage().put(realm, function);
    }
    checker.scope().put(function);
    return function;
  }

  private boolean redeclared(Function function, Span at, Type.Function type) {
    if (TypeRules.compatible(function.type(), type)) {
      if (TypeRules.composite(function.type(), type) instanceof Type.Function better) {
        function.type(better);
      }
      return true;
    }
    if (function.isImplicit() && type.returns().isVoid()) {
      checker.warning(at, "check.implicit.late", function.name());
      function.type(type);
      return true;
    }
    if (function.isImplicit()) {
      checker.declarations.redefined(at, "check.implicit.conflict", function);
    } else {
      checker.declarations.redefined(at, "check.redeclared.type", function);
    }
    return false;
  }

  void definition(Declaration.Function syntax) {
    if (checker.function() != null && !(checker.scope() instanceof FileScope)) {
      checker.error(syntax.at(), "check.function.nested", syntax.name());
      return;
    }
    if (!(checker.types.type(syntax.type()) instanceof Type.Function type)) {
      return;
    }
    Function function = declared(syntax.name(), syntax.at(), type, syntax.storage());
    if (function == null) {
      return;
    }
    if (function.isWritten()) {
      if (!checker.file().isPrompt()) {
        checker.declarations.redefined(syntax.at(), "check.redefined", function);
        return;
      }
      function = fresh(syntax.name(), syntax.at(), type, syntax.storage(), checker.file().realm());
    }
    function.implicit(false);
    function.define(defined -> bodyOfLibrary(defined, syntax));
    if (function.isExternal()) {
      checker.linkage().define(function.realm(), function);
    }
    if (checker.file().realm() == Realm.USER) {
      body(function, syntax);
    }
  }

  private void bodyOfLibrary(Function function, Declaration.Function syntax) {
    body(function, syntax);
    Linkage.reportOwn(checker.problems());
  }

  /** Checks the body of a defined function. */
  private void body(Function function, Declaration.Function syntax) {
    Scope outer = checker.scope();
    FunctionContext outerFunction = checker.function();
    FunctionContext context = new FunctionContext(syntax.name(), function.type().returns(), false);
    checker.enter(new Scope(checker.file()));
    checker.function(context);
    boolean isMain = syntax.name().equals("main") && function.realm() == Realm.USER;
    List<TypedExpression> sizes = new ArrayList<>();
    @Nullable Local hiddenResult = hiddenResult(function.type().returns(), syntax.at());
    List<Local> parameters = parameters(syntax, sizes);
    context.parameterSlots(slots(parameters) + (hiddenResult == null ? 0 : 1));
    int errors = checker.errors();
    TypedStatement.Block block = checker.statements.body(syntax.body(), sizes);
    labels(context);
    if (errors == checker.errors() && !isMain && !context.returns().isVoid()) {
      checker.statements.missingReturn(function, block);
    }
    function.body(
        new FunctionBody(
            parameters,
            hiddenResult,
            block,
            lastOf(syntax.body().span()),
            List.copyOf(context.arrays()),
            isMain && (context.returns().isVoid() || isInt(context.returns()))));
    function.references(context.references());
    checker.function(outerFunction);
    checker.enter(outer);
  }

  private static boolean isInt(Type type) {
    return type.isInteger() && TypeRules.promoted(type).is(Type.INT);
  }

  private static Span lastOf(Span span) {
    return new Span(span.source(), Math.max(span.start(), span.end() - 1), span.end());
  }

  private @Nullable Local hiddenResult(Type returns, Span at) {
    if (!returns.isRecord()) {
      return null;
    }
    if (!returns.isComplete()) {
      checker.error(at, "check.incomplete", TypeText.of(returns));
    }
    Local result = Local.hidden(Type.pointerTo(returns));
    result.makeParameter();
    return result;
  }

  private List<Local> parameters(Declaration.Function syntax, List<TypedExpression> sizes) {
    List<Local> locals = new ArrayList<>();
    List<TypeSyntax.Parameter> parameters = syntax.type().parameters();
    for (TypeSyntax.Parameter parameter : parameters) {
      Type type = checker.types.parameter(parameter.type());
      sizes.addAll(checker.types.takeSizes());
      if (type.isVoid()) {
        continue;
      }
      if (!type.isComplete() && !type.isErroneous()) {
        checker.error(parameter.span(), "check.incomplete", TypeText.of(type));
        type = Type.ERRONEOUS;
      }
      String name = parameter.name() == null ? "" : parameter.name();
      Local local = new Local(name, parameter.span(), type);
      local.makeParameter();
      locals.add(local);
      if (!name.isEmpty() && checker.declarations.newName(name, parameter.span())) {
        checker.scope().put(local);
      }
    }
    return locals;
  }

  /** How many argument slots values of these types take. */
  private static int slots(List<Local> parameters) {
    int slots = 0;
    for (Local parameter : parameters) {
      slots += parameter.type().slots();
    }
    return slots;
  }

  /** Every label that is jumped to must stand somewhere. */
  void labels(FunctionContext context) {
    for (Map.Entry<String, FunctionContext.NamedLabel> entry : context.labels().entrySet()) {
      FunctionContext.NamedLabel label = entry.getValue();
      if (label.definedAt == null && label.usedAt != null) {
        List<String> known = new ArrayList<>();
        context.labels().forEach((name, other) -> addDefined(known, name, other));
        String near = Spelling.nearest(entry.getKey(), known);
        if (near == null) {
          checker.error(label.usedAt, "check.label.unknown", entry.getKey());
        } else {
          checker.error(label.usedAt, "check.label.unknown.near", entry.getKey(), near);
        }
      }
    }
  }

  private static void addDefined(
      List<String> known, String name, FunctionContext.NamedLabel label) {
    if (label.definedAt != null) {
      known.add(name);
    }
  }
}
