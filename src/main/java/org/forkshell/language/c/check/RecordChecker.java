package org.forkshell.language.c.check;

import java.util.List;
import org.forkshell.ir.EnumDefinition;
import org.forkshell.ir.Fold;
import org.forkshell.ir.RecordDefinition;
import org.forkshell.ir.Symbol;
import org.forkshell.ir.Type;
import org.forkshell.ir.TypedExpression;
import org.forkshell.ir.TypedExpression.Whole;
import org.forkshell.language.c.syntax.Expression;
import org.forkshell.language.c.syntax.TypeSyntax;
import org.forkshell.source.Span;
import org.jspecify.annotations.Nullable;

/** Structures, unions and enumerations: their tags and members (C11 6.7.2). */
final class RecordChecker {
  private final Checker checker;

  RecordChecker(Checker checker) {
    this.checker = checker;
  }

  /**
   * @param declares whether the tag alone is declared here, which makes it new in this scope
   */
  Type record(TypeSyntax.Record syntax, boolean declares) {
    String tag = syntax.tag();
    @Nullable Type old = tag == null ? null : lookUp(tag, syntax.members() != null || declares);
    if (old != null
        && !(old instanceof Type.Record r && r.definition().isUnion() == syntax.union())) {
      checker.error(syntax.span(), "check.tag.kind", tag == null ? "" : tag);
      return Type.ERRONEOUS;
    }
    RecordDefinition definition =
        old instanceof Type.Record r ? r.definition() : new RecordDefinition(syntax.union(), tag);
    if (syntax.members() != null && definition.isComplete()) {
      if (!isPromptLine()) {
        checker.error(syntax.span(), "check.tag.redefined", tag == null ? "" : tag);
      }
      definition = new RecordDefinition(syntax.union(), tag);
      old = null;
    }
    Type.Record type = new Type.Record(definition, false);
    if (old == null && tag != null) {
      checker.scope().putTag(tag, type);
    }
    if (syntax.members() != null) {
      members(definition, syntax.members(), syntax.placement().packed());
      definition.complete(checker.types.alignment(syntax.placement()));
    }
    return type;
  }

  /**
   * A definition completes what the same scope announced; at the prompt, what an earlier line
   * announced.
   */
  private @Nullable Type lookUp(String tag, boolean here) {
    if (!here) {
      return checker.scope().findTag(tag);
    }
    @Nullable Type found = checker.scope().tagHere(tag);
    if (found == null && isPromptLine()) {
      Type earlier = checker.scope().findTag(tag);
      if (earlier instanceof Type.Record r && !r.definition().isComplete()) {
        checker.linkage().onForget(r.definition()::forget);
        return earlier;
      }
    }
    return found;
  }

  private boolean isPromptLine() {
    return checker.scope() instanceof FileScope file && file.isPrompt();
  }

  private void members(
      RecordDefinition definition, List<TypeSyntax.Member> members, boolean allPacked) {
    for (TypeSyntax.Member member : members) {
      boolean packed = allPacked || member.placement().packed();
      Type type = checker.types.type(member.type());
      if (type.isErroneous()) {
        continue;
      }
      boolean flexible = type instanceof Type.Array array && array.length() == Type.Array.UNKNOWN;
      if (type.isFunction()) {
        checker.error(member.span(), "check.member.function", String.valueOf(member.name()));
      } else if (!type.isComplete() && !flexible) {
        checker.error(
            member.span(),
            "check.member.incomplete",
            String.valueOf(member.name()),
            TypeText.of(type));
      } else if (type instanceof Type.VariableArray) {
        checker.error(member.span(), "check.array.constant");
      } else if (member.bits() != null) {
        bits(definition, member, type, member.bits(), packed);
      } else if (!definition.add(member.name(), type, alignment(member, type, packed))) {
        checker.error(member.span(), "check.member.duplicate", String.valueOf(member.name()));
      }
    }
  }

  /** Packed, a member lies anywhere, unless it says itself where. */
  private int alignment(TypeSyntax.Member member, Type type, boolean packed) {
    return Math.max(packed ? 1 : type.alignment(), checker.types.alignment(member.placement()));
  }

  private void bits(
      RecordDefinition definition,
      TypeSyntax.Member member,
      Type type,
      Expression bits,
      boolean packed) {
    Span at = member.span();
    String name = member.name() == null ? "" : member.name();
    TypedExpression width = checker.expressions.value(bits);
    if (width.isWrong()) {
      return;
    }
    if (type.isAtomic()) {
      checker.error(at, "check.bits.atomic", name);
    } else if (!type.isInteger()) {
      checker.error(at, "check.bits.type", name, TypeText.of(type));
    } else if (!(width instanceof Whole whole)) {
      checker.error(bits.span(), "check.constant.needed");
    } else if (whole.value() < 0 || whole.value() > (type.isBool() ? 1 : 8 * type.size())) {
      checker.error(bits.span(), "check.bits.width", name, whole.value(), TypeText.of(type));
    } else if (whole.value() == 0 && member.name() != null) {
      checker.error(bits.span(), "check.bits.zero", name);
    } else if (packed) {
      checker.error(at, "check.bits.packed", name);
    } else if (!definition.addBits(member.name(), type, (int) whole.value())) {
      checker.error(at, "check.member.duplicate", name);
    }
  }

  Type enumeration(TypeSyntax.Enum syntax, boolean declares) {
    String tag = syntax.tag();
    Scope scope = checker.scope();
    boolean defines = syntax.enumerators() != null;
    @Nullable Type old =
        tag == null ? null : defines || declares ? scope.tagHere(tag) : scope.findTag(tag);
    if (old != null && !(old instanceof Type.Enumeration)) {
      checker.error(syntax.span(), "check.tag.kind", tag == null ? "" : tag);
      return Type.ERRONEOUS;
    }
    EnumDefinition definition =
        old instanceof Type.Enumeration e ? e.definition() : new EnumDefinition(tag);
    if (defines && definition.isComplete()) {
      if (!isPromptLine()) {
        checker.error(syntax.span(), "check.tag.redefined", tag == null ? "" : tag);
      }
      definition = new EnumDefinition(tag);
      old = null;
    }
    Type.Enumeration type = new Type.Enumeration(definition, false);
    if (old == null && tag != null) {
      scope.putTag(tag, type);
    }
    if (syntax.enumerators() != null) {
      enumerators(definition, syntax.enumerators());
      definition.complete();
    }
    return type;
  }

  private void enumerators(EnumDefinition definition, List<TypeSyntax.Enumerator> enumerators) {
    long next = 0;
    for (TypeSyntax.Enumerator enumerator : enumerators) {
      if (enumerator.value() != null) {
        TypedExpression value = checker.expressions.value(enumerator.value());
        if (value instanceof Whole whole) {
          next = whole.value();
        } else if (!value.isWrong()) {
          checker.error(enumerator.value().span(), "check.constant.needed");
        }
      }
      definition.add(enumerator.name(), next);
      checker.declarations.newName(enumerator.name(), enumerator.span());
      // An enumerator is an int (C11 6.7.2.2); the common compilers make it wider where it must be.
      Type type =
          next == (int) next ? Type.INT : next == (next & 0xffff_ffffL) ? Type.UNSIGNED : Type.LONG;
      Whole constant = Fold.whole(type, next);
      checker.scope().put(new Symbol.Enumerator(enumerator.name(), enumerator.span(), constant));
      next++;
    }
  }
}
