package org.forkshell.language.c.syntax;

import java.util.List;
import java.util.Set;
import org.forkshell.source.Span;
import org.jspecify.annotations.Nullable;

/** A declaration as it was written, one a declarator: {@code int a, *b;} makes two. */
public sealed interface Declaration {
  Span span();

  /** Where an object lives, or who implements a function. */
  enum Storage {
    /** Nothing was said. */
    NONE,
    STATIC,
    EXTERN,
    /** A function that the machine itself computes, {@code __native} in ForkShell's own headers. */
    NATIVE,
    /** A function that asks the kernel, {@code __system} in ForkShell's own headers. */
    SYSTEM
  }

  /**
   * An object, or a function's prototype when {@code type} is a function.
   *
   * @param threadLocal where each thread shall have an object of its own, else null: the place of
   *     {@code _Thread_local}
   * @param at the name's own place
   * @param initializer null where there is none
   */
  record Variable(
      Span span,
      Storage storage,
      @Nullable Span threadLocal,
      TypeSyntax type,
      String name,
      Span at,
      @Nullable Expression initializer,
      Placement placement)
      implements Declaration {}

  /** A function with its body. Parameters that a definition uses have names. */
  public record Function(
      Span span,
      Storage storage,
      TypeSyntax.Function type,
      String name,
      Span at,
      Statement.Block body)
      implements Declaration {}

  record Typedef(Span span, TypeSyntax type, String name, Span at) implements Declaration {}

  /** A structure, union or enumeration declared without an object: {@code struct node { … };}. */
  record Tag(Span span, TypeSyntax type) implements Declaration {}

  /**
   * {@code _Static_assert(condition, "text");} (C11 6.7.10).
   *
   * @param message null where it was left out
   */
  record StaticAssertion(
      Span span, Expression condition, Expression.@Nullable StringLiteral message)
      implements Declaration {}

  /**
   * All of a file, in order.
   *
   * @param implicit the functions whose declarations the file itself lacks: how many arguments they
   *     take is not checked (C89 3.3.2.2)
   */
  record Unit(List<Declaration> declarations, Set<String> implicit) {
    public Unit {
      declarations = List.copyOf(declarations);
      implicit = Set.copyOf(implicit);
    }

    /** A file that declares all that it calls. */
    public Unit(List<Declaration> declarations) {
      this(declarations, Set.of());
    }
  }
}
