package org.forkshell.language.c.check;

import static org.forkshell.ir.TypedExpression.WRONG;

import java.util.HashSet;
import java.util.Set;
import org.forkshell.ir.Fold;
import org.forkshell.ir.RecordDefinition;
import org.forkshell.ir.Symbol;
import org.forkshell.ir.Type;
import org.forkshell.ir.TypedExpression;
import org.forkshell.ir.TypedExpression.Comma;
import org.forkshell.ir.TypedExpression.FunctionAddress;
import org.forkshell.ir.TypedExpression.LocalPlace;
import org.forkshell.ir.TypedExpression.Memory;
import org.forkshell.ir.TypedExpression.Place;
import org.forkshell.ir.TypedExpression.StaticPlace;
import org.forkshell.ir.TypedExpression.Whole;
import org.forkshell.language.c.syntax.Expression;
import org.forkshell.source.Span;
import org.forkshell.source.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * Expressions: names, literals, what reaches into arrays and structures, sizes; the rest is told to
 * its parts.
 */
final class ExpressionChecker {
  private final Checker checker;

  /** Reported once are enough. */
  private final Set<String> undeclared = new HashSet<>();

  ExpressionChecker(Checker checker) {
    this.checker = checker;
  }

  /** An expression's value; arrays and functions are pointers then. It may be void. */
  TypedExpression value(Expression expression) {
    TypedExpression raw = raw(expression);
    if (raw.type().isRecord() && !raw.type().isComplete()) {
      return checker.wrong(expression.span(), "check.incomplete", TypeText.of(raw.type()));
    }
    return raw.type().isAtomic()
        ? checker.atomics.value(raw, expression.span())
        : checker.conversions.decayed(raw);
  }

  /** A value that is not void. */
  TypedExpression used(Expression expression) {
    TypedExpression value = value(expression);
    return value.type().isVoid() ? checker.wrong(expression.span(), "check.void.value") : value;
  }

  /** A condition: any scalar. */
  TypedExpression condition(Expression expression) {
    checker.doubts.functionTested(expression);
    return checker.conversions.condition(value(expression), expression.span());
  }

  /**
   * The value of an integer constant expression (C11 6.6); null if it is none, which is reported.
   */
  @Nullable Whole constant(Expression expression) {
    TypedExpression value = value(expression);
    if (value instanceof Whole whole && whole.type().isInteger()) {
      return whole;
    }
    if (!value.isWrong()) {
      checker.error(expression.span(), "check.constant.needed");
    }
    return null;
  }

  /** An expression as it stands: an array is an array. */
  TypedExpression raw(Expression expression) {
    if (expression instanceof Expression.Name name) {
      return name(name);
    }
    if (expression instanceof Expression.IntegerLiteral literal) {
      return new Whole(Type.of(literal.type(), false), literal.value());
    }
    if (expression instanceof Expression.Call call) {
      return checker.calls.call(call);
    }
    if (expression instanceof Expression.StringLiteral literal) {
      Symbol.Static object = checker.linkage().string(literal.bytes());
      return new StaticPlace(object.type(), object, 0);
    }
    if (expression instanceof Expression.Binary binary) {
      return checker.operators.binary(binary);
    }
    if (expression instanceof Expression.Assignment assignment) {
      return checker.assignments.assignment(assignment);
    }
    if (expression instanceof Expression.Unary unary) {
      return checker.operators.unary(unary);
    }
    if (expression instanceof Expression.Step step) {
      return checker.assignments.step(step);
    }
    if (expression instanceof Expression.Subscript subscript) {
      return subscript(subscript);
    }
    if (expression instanceof Expression.MemberAccess access) {
      return member(access);
    }
    return rarer(expression);
  }

  private TypedExpression rarer(Expression expression) {
    if (expression instanceof Expression.Conditional conditional) {
      return checker.operators.conditional(conditional);
    }
    if (expression instanceof Expression.Cast cast) {
      return checker.operators.cast(cast);
    }
    if (expression instanceof Expression.SizeofType sizeof) {
      return sizeof(checker.types.type(sizeof.type()), sizeof.span());
    }
    if (expression instanceof Expression.SizeofExpression sizeof) {
      checker.declarations.beginUnevaluated();
      TypedExpression operand = raw(sizeof.operand());
      checker.declarations.endUnevaluated();
      return sizeof(operand, sizeof.span());
    }
    if (expression instanceof Expression.Comma comma) {
      TypedExpression first = value(comma.first());
      TypedExpression second = value(comma.second());
      return second.isWrong() ? WRONG : new Comma(second.type(), first, second);
    }
    if (expression instanceof Expression.FloatingLiteral literal) {
      return new TypedExpression.Floating(Type.of(literal.type(), false), literal.value());
    }
    if (expression instanceof Expression.CompoundLiteral literal) {
      return compoundLiteral(literal);
    }
    if (expression instanceof Expression.VaArg next) {
      return checker.calls.nextArgument(next);
    }
    if (expression instanceof Expression.Generic generic) {
      return generic(generic);
    }
    if (expression instanceof Expression.StatementExpression statements) {
      return checker.function() == null
          ? checker.wrong(statements.span(), "check.statements.place")
          : checker.statements.expression(statements);
    }
    if (expression instanceof Expression.InitializerList list) {
      return checker.wrong(list.span(), "check.initialiser.place");
    }
    throw new AssertionError(expression);
  }

  private TypedExpression name(Expression.Name syntax) {
    String name = syntax.name();
    Symbol symbol = checker.scope().find(name);
    if (symbol instanceof Symbol.Local local) {
      return local(local);
    }
    if (symbol instanceof Symbol.Static object) {
      checker.declarations.use(object, syntax.span());
      return new StaticPlace(object.type(), object, 0);
    }
    if (symbol instanceof Symbol.Function function) {
      checker.declarations.use(function, syntax.span());
      return new FunctionAddress(function.type(), function);
    }
    if (symbol instanceof Symbol.Enumerator enumerator) {
      return enumerator.value();
    }
    if (symbol instanceof Symbol.Typedef) {
      return checker.wrong(syntax.span(), "check.type.as.value", name);
    }
    FunctionContext function = checker.function();
    boolean functionName =
        name.equals("__func__")
            || name.equals("__FUNCTION__")
            || name.equals("__PRETTY_FUNCTION__");
    if (function != null && functionName) {
      Symbol.Static object = function.nameObject(checker.file().realm());
      return new StaticPlace(object.type(), object, 0);
    }
    return undeclared.add(name) ? checker.suggestions.undeclared(syntax.span(), name) : WRONG;
  }

  /**
   * The place of a local object; an array of variable length is where its hidden pointer points.
   */
  private static TypedExpression local(Symbol.Local local) {
    Type type = local.type();
    if (type.isErroneous()) {
      return WRONG;
    }
    if (type instanceof Type.VariableArray) {
      return new Memory(type, new LocalPlace(Type.pointerTo(type.element()), local, 0), 0);
    }
    return new LocalPlace(type, local, 0);
  }

  private TypedExpression sizeof(TypedExpression operand, Span at) {
    if (operand instanceof TypedExpression.BitField) {
      return checker.wrong(at, "check.bits.sizeof");
    }
    return sizeof(operand.type(), at);
  }

  private TypedExpression sizeof(Type type, Span at) {
    if (type.isErroneous()) {
      return WRONG;
    }
    if (!type.isComplete() && !type.isVoid() && !type.isFunction()) {
      return checker.wrong(at, "check.incomplete.sizeof", TypeText.of(type));
    }
    return TypeChecker.sizeOf(type);
  }

  private TypedExpression subscript(Expression.Subscript subscript) {
    TypedExpression array = raw(subscript.array());
    if (array.type().isAtomic()) {
      array = checker.atomics.value(array, subscript.array().span());
    }
    TypedExpression index = used(subscript.index());
    if (array.isWrong() || index.isWrong()) {
      return WRONG;
    }
    if (array instanceof Place place
        && array.type() instanceof Type.Array type
        && index.type().isInteger()) {
      return element(place, type, index, subscript);
    }
    TypedExpression pointer = checker.conversions.decayed(array);
    // 2[a] is a[2] (C11 6.5.2.1 p2).
    if (pointer.type().isInteger() && index.type().isPointer()) {
      TypedExpression swapped = pointer;
      pointer = index;
      index = swapped;
    }
    if (!pointer.type().isPointer()) {
      return checker.wrong(
          subscript.array().span(), "check.subscript.array", TypeText.of(pointer.type()));
    }
    if (!index.type().isInteger()) {
      return checker.wrong(
          subscript.index().span(), "check.subscript.index", TypeText.of(index.type()));
    }
    TypedExpression sum = checker.operators.pointerSum(pointer, index, false, subscript.span());
    return sum.isWrong() ? WRONG : Fold.target(pointer.type().target(), sum);
  }

  private TypedExpression element(
      Place array, Type.Array type, TypedExpression index, Expression.Subscript at) {
    Conversions.takeAddress(array);
    Type of = type.of();
    if (index instanceof Whole whole) {
      long length = type.length();
      if (length != Type.Array.UNKNOWN
          && length > 0
          && (whole.value() < 0 || whole.value() > length)) {
        checker.warning(
            at.index().span(), "check.subscript.range", whole.value(), TypeText.of(type));
      }
      return Fold.moved(array, of, whole.value() * of.size());
    }
    TypedExpression promoted = Conversions.promoted(index);
    return new TypedExpression.Element(of, array, promoted);
  }

  private TypedExpression member(Expression.MemberAccess access) {
    TypedExpression base = access.arrow() ? used(access.record()) : raw(access.record());
    if (base.isWrong()) {
      return WRONG;
    }
    Type type = base.type();
    Span at = access.at();
    if (access.arrow()) {
      if (!type.isPointer() || !type.target().isRecord()) {
        String key = type.isRecord() ? "check.member.arrow" : "check.member.pointer";
        return checker.wrong(access.record().span(), key, TypeText.of(type), access.name());
      }
      type = type.target();
      base = Fold.target(type, base);
    }
    if (!(type instanceof Type.Record record)) {
      boolean pointer = type.isPointer() && type.target().isRecord();
      String key = pointer ? "check.member.dot" : "check.member.record";
      Span whole = access.record().span();
      return checker.wrong(pointer ? dot(access) : whole, key, TypeText.of(type), access.name());
    }
    if (!record.isComplete()) {
      return checker.wrong(at, "check.incomplete", TypeText.of(record));
    }
    RecordDefinition.Member member = record.definition().find(access.name());
    if (member == null) {
      return noMember(record, access.name(), at);
    }
    if (base instanceof Place place) {
      return member(place, member, record.isConst());
    }
    // A structure that is no object yet, f().x: it becomes one.
    Symbol.Local temporary = Symbol.Local.hidden(record);
    LocalPlace place = new LocalPlace(record, temporary, 0);
    TypedExpression part = member(place, member, false);
    return new Comma(part.type(), new TypedExpression.Assign(record, place, base), part);
  }

  /** The place of the dot, right after what it is asked of. */
  private static Span dot(Expression.MemberAccess access) {
    Span at = access.at();
    int dot =
        access.record().span().source() == at.source()
            ? at.source().text().lastIndexOf('.', at.start())
            : -1;
    return dot < 0 ? at : new Span(at.source(), dot, dot + 1);
  }

  private static Place member(Place record, RecordDefinition.Member member, boolean constant) {
    Type type = constant ? member.type().withConst(true) : member.type();
    Place place = Fold.moved(record, type, member.offset());
    return member.isBitField()
        ? new TypedExpression.BitField(type, place, member.shift(), member.width())
        : place;
  }

  TypedExpression.Wrong noMember(Type.Record record, String name, Span at) {
    String near = Spelling.nearest(name, record.definition().names());
    Type plain = record.unqualified();
    return near == null
        ? checker.wrong(at, "check.member.unknown", TypeText.of(plain), name)
        : checker.wrong(at, "check.member.unknown.near", TypeText.of(plain), name, near);
  }

  /** The choice for the type of the first operand, which is not evaluated; nor are the others. */
  private TypedExpression generic(Expression.Generic generic) {
    checker.declarations.beginUnevaluated();
    TypedExpression control = value(generic.control());
    checker.declarations.endUnevaluated();
    if (control.isWrong()) {
      return WRONG;
    }
    Type wanted = control.type().unqualified();
    Expression chosen = null;
    Expression otherwise = null;
    for (Expression.Association choice : generic.associations()) {
      if (choice.type() == null) {
        otherwise = choice.value();
      } else if (chosen == null
          && TypeRules.compatible(checker.types.type(choice.type()), wanted)) {
        chosen = choice.value();
      }
    }
    chosen = chosen == null ? otherwise : chosen;
    return chosen == null
        ? checker.wrong(generic.control().span(), "check.generic.none", TypeText.of(wanted))
        : raw(chosen);
  }

  private TypedExpression compoundLiteral(Expression.CompoundLiteral literal) {
    Type type = checker.types.type(literal.type());
    InitializerChecker.Result result =
        checker.initializers.initialize(type, literal.initializer(), "");
    if (result.type().isErroneous()) {
      return WRONG;
    }
    if (checker.function() == null) {
      Symbol.Static object =
          new Symbol.Static("", null, result.type(), checker.file().realm(), false);
      object.image(checker.initializers.image(result, literal.span()));
      return new StaticPlace(result.type(), object, 0);
    }
    Place place;
    if (checker.function().isPrompt()) {
      // What it begins must outlive the line: the next one may follow a pointer to it.
      Symbol.Static object =
          new Symbol.Static("", null, result.type(), checker.file().realm(), false);
      object.define();
      place = new StaticPlace(result.type(), object, 0);
    } else {
      Symbol.Local object = Symbol.Local.hidden(result.type());
      object.takeAddress();
      place = new LocalPlace(result.type(), object, 0);
    }
    return new TypedExpression.Compound(
        result.type(), checker.initializers.assignment(place, result), place);
  }
}
