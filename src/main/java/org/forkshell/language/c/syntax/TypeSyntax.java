package org.forkshell.language.c.syntax;

import java.util.List;
import org.forkshell.ir.BasicType;
import org.forkshell.source.Span;
import org.jspecify.annotations.Nullable;

/** A type as it was written. */
public sealed interface TypeSyntax {
  Span span();

  /** What the qualifiers are about. */
  default TypeSyntax unqualified() {
    return this instanceof Const constant
        ? constant.type().unqualified()
        : this instanceof Atomic atomic ? atomic.type().unqualified() : this;
  }

  /** A type named by keywords alone. */
  record Keyword(Span span, BasicType basic) implements TypeSyntax {}

  /** A name that a typedef gave. */
  record Named(Span span, String name) implements TypeSyntax {}

  /** {@code const} before or after a type; {@code volatile} and {@code restrict} leave no trace. */
  record Const(Span span, TypeSyntax type) implements TypeSyntax {}

  /** {@code _Atomic} in front of, or behind, a type, or around it: {@code _Atomic(int)}. */
  record Atomic(Span span, TypeSyntax type) implements TypeSyntax {}

  record Pointer(Span span, TypeSyntax to) implements TypeSyntax {}

  /**
   * @param length null where nothing stood between the brackets
   */
  record Array(Span span, TypeSyntax of, @Nullable Expression length) implements TypeSyntax {}

  /**
   * @param unspecified whether calls are not held to the parameters: there are none in {@code f()},
   *     which says nothing about them, and the definition's own in one of 1978
   */
  public record Function(
      Span span,
      TypeSyntax returns,
      List<Parameter> parameters,
      boolean variadic,
      boolean unspecified)
      implements TypeSyntax {}

  /**
   * @param name null where a prototype left it out
   */
  record Parameter(Span span, TypeSyntax type, @Nullable String name) {}

  /**
   * A structure or union.
   *
   * @param tag null where it has none
   * @param members null where only the tag was named, {@code struct node *next}
   */
  record Record(
      Span span,
      boolean union,
      @Nullable String tag,
      @Nullable List<Member> members,
      Placement placement)
      implements TypeSyntax {}

  /**
   * @param name null for an anonymous structure or union (C11 6.7.2.1 p13) and for an unnamed
   *     bit-field
   * @param bits the width of a bit-field, else null
   */
  record Member(
      Span span,
      TypeSyntax type,
      @Nullable String name,
      @Nullable Expression bits,
      Placement placement) {}

  /**
   * @param enumerators null where only the tag was named
   */
  record Enum(Span span, @Nullable String tag, @Nullable List<Enumerator> enumerators)
      implements TypeSyntax {}

  /**
   * @param value null where it counts on from the one before
   */
  record Enumerator(Span span, String name, @Nullable Expression value) {}

  /** {@code typeof(expression)}, as the common compilers have it. */
  record TypeOf(Span span, Expression expression) implements TypeSyntax {}
}
