package org.forkshell.language.c.check;

import java.util.List;
import org.forkshell.ir.Fold;
import org.forkshell.ir.Image;
import org.forkshell.ir.Realm;
import org.forkshell.ir.Symbol;
import org.forkshell.ir.Symbol.Local;
import org.forkshell.ir.Type;
import org.forkshell.ir.TypedExpression;
import org.forkshell.ir.TypedExpression.LocalPlace;
import org.forkshell.ir.TypedStatement;
import org.forkshell.ir.TypedStatement.Evaluate;
import org.forkshell.language.c.syntax.Declaration;
import org.forkshell.language.c.syntax.Declaration.Storage;
import org.forkshell.language.c.syntax.Expression;
import org.forkshell.source.Span;

/** Declarations among statements, and at the prompt, where they are statements too. */
final class BlockDeclarations {
  private final Checker checker;

  BlockDeclarations(Checker checker) {
    this.checker = checker;
  }

  /**
   * Checks a declaration.
   *
   * @param locals takes the objects that live in the frame
   * @param into takes what the declaration does when the program runs
   */
  void declare(Declaration declaration, List<Local> locals, List<TypedStatement> into) {
    if (declaration instanceof Declaration.Variable variable) {
      Type type = checker.types.type(variable.type());
      for (TypedExpression size : checker.types.takeSizes()) {
        into.add(new Evaluate(variable.span(), size));
      }
      if (type instanceof Type.Function prototype) {
        checker.declarations.prototype(variable, prototype);
      } else {
        object(variable, type, locals, into);
      }
    } else if (declaration instanceof Declaration.Typedef typedef) {
      checker.declarations.typedef(typedef);
      for (TypedExpression size : checker.types.takeSizes()) {
        into.add(new Evaluate(typedef.span(), size));
      }
    } else {
      checker.declarations.declare(declaration);
    }
  }

  private void object(
      Declaration.Variable variable, Type type, List<Local> locals, List<TypedStatement> into) {
    if (checker.scope() instanceof FileScope) {
      sessionObject(variable, type, into);
    } else if (type instanceof Type.VariableArray && variable.storage() != Storage.NONE) {
      checker.error(variable.at(), "check.array.constant");
    } else if (variable.storage() == Storage.EXTERN) {
      checker.declarations.declared(variable, type);
    } else if (variable.storage() == Storage.STATIC) {
      Symbol.Static object = checker.declarations.declared(variable, type);
      if (object != null) {
        checker.declarations.initialize(object, variable);
        nameStatic(object);
      }
    } else {
      if (variable.threadLocal() != null) {
        checker.error(variable.threadLocal(), "check.thread.automatic", variable.name());
      }
      local(variable, type, locals, into);
    }
  }

  private static void noteConstant(Local local, InitializerChecker.Result result) {
    if (local.type().isConst() && local.type().isScalar() && result.stores().size() == 1) {
      TypedExpression value = result.stores().get(0).value();
      if (Fold.isConstant(value)) {
        local.constant(value);
      }
    }
  }

  private void nameStatic(Symbol.Static object) {
    if (!object.type().isComplete()) {
      Span at = object.at();
      if (at != null && !object.type().isErroneous()) {
        checker.error(at, "check.incomplete.variable", object.name(), TypeText.of(object.type()));
      }
    }
  }

  private void local(
      Declaration.Variable variable, Type type, List<Local> locals, List<TypedStatement> into) {
    if (!checker.declarations.isObjectType(type, variable)
        || !checker.declarations.newName(variable.name(), variable.at())) {
      return;
    }
    boolean open = type instanceof Type.Array array && array.length() == Type.Array.UNKNOWN;
    Local local = new Local(variable.name(), variable.at(), type);
    if (!open) {
      checker.scope().put(local);
    }
    InitializerChecker.Result result =
        checker.initializers.initialize(type, variable.initializer(), variable.name());
    if (open) {
      if (variable.initializer() == null) {
        checker.error(variable.at(), "check.array.length", variable.name());
      }
      local =
          new Local(
              variable.name(),
              variable.at(),
              variable.initializer() == null ? Type.ERRONEOUS : result.type());
      checker.scope().put(local);
    }
    locals.add(local);
    align(local, variable);
    if (type instanceof Type.VariableArray array) {
      FunctionContext function = checker.function();
      if (function != null) {
        function.arrays().add(local);
      }
      into.add(new Evaluate(variable.span(), new TypedExpression.Allocate(local, array.bytes())));
    } else if (variable.initializer() != null
        && !local.type().isErroneous()
        && !result.type().isErroneous()) {
      noteConstant(local, result);
      LocalPlace place = new LocalPlace(local.type(), local, 0);
      into.add(new Evaluate(variable.span(), checker.initializers.assignment(place, result)));
    }
  }

  private void align(Local local, Declaration.Variable variable) {
    int alignment = checker.types.alignment(variable.placement());
    if (Math.max(alignment, local.type().alignment()) > Local.LARGEST_ALIGNMENT) {
      checker.error(
          variable.at(), "check.alignment.local", variable.name(), Local.LARGEST_ALIGNMENT);
    }
    local.align(alignment);
  }

  /**
   * An object declared at the prompt itself lives as long as the session; its initialiser is an
   * assignment of this line.
   */
  private void sessionObject(Declaration.Variable variable, Type type, List<TypedStatement> into) {
    if (variable.storage() == Storage.EXTERN && variable.initializer() == null) {
      checker.declarations.declared(variable, type);
      return;
    }
    if (!checker.declarations.isObjectType(type, variable)) {
      return;
    }
    InitializerChecker.Result result =
        checker.initializers.initialize(type, variable.initializer(), variable.name());
    if (result.type().isErroneous()) {
      return;
    }
    if (!result.type().isComplete()) {
      checker.error(variable.at(), "check.array.length", variable.name());
      return;
    }
    Symbol.Static object = sessionObject(variable, result.type());
    object.align(checker.types.alignment(variable.placement()));
    if (object.isThreadLocal()) {
      firstValue(object, variable, result);
    }
    checker.scope().put(object);
    checker.linkage().put(checker.file().realm(), object);
    TypedExpression.StaticPlace place = new TypedExpression.StaticPlace(object.type(), object, 0);
    TypedExpression first =
        variable.initializer() != null
            ? checker.initializers.assignment(place, result)
            : new TypedExpression.Initialize(place, true, List.of());
    into.add(new Evaluate(variable.span(), first));
  }

  /**
   * What threads find in it that begin after this line; the first thread's own gets its value when
   * the line runs, as all objects do.
   */
  private void firstValue(
      Symbol.Static object, Declaration.Variable variable, InitializerChecker.Result result) {
    Image before = object.image();
    if (before != null) {
      checker.linkage().onForget(() -> object.image(before));
    }
    Expression initializer = variable.initializer();
    Span at = initializer == null ? variable.at() : initializer.span();
    object.image(checker.initializers.image(result, at));
  }

  /**
   * The object of an earlier declaration if it has the same type: what was written to use that one
   * goes on using it.
   */
  private Symbol.Static sessionObject(Declaration.Variable variable, Type type) {
    Realm realm = checker.file().realm();
    Symbol old = checker.scope().find(variable.name());
    if (old instanceof Symbol.Static same
        && same.isDefined()
        && same.realm() == realm
        && same.isThreadLocal() == (variable.threadLocal() != null)
        && same.type().is(type)) {
      return same;
    }
    Symbol.Static object = new Symbol.Static(variable.name(), variable.at(), type, realm, true);
    if (variable.threadLocal() != null) {
      object.makeThreadLocal();
    }
    checker.declarations.define(object);
    return object;
  }
}
