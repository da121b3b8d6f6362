package org.forkshell.language.c.parse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.forkshell.language.c.syntax.Expression;
import org.forkshell.language.c.syntax.Placement;
import org.forkshell.language.c.syntax.TypeSyntax;

/** Structures, unions and enumerations (C11 6.7.2.1, 6.7.2.2). */
final class Tags {
  private final Parser parser;
  private final Cursor in;

  /** The tags of structures and unions whose members have been written. */
  final Set<String> defined = new HashSet<>();

  Tags(Parser parser) {
    this.parser = parser;
    this.in = parser.in;
  }

  TypeSyntax record() {
    Token first = in.next();
    boolean union = first.kind == TokenKind.UNION;
    Attributes attributes = new Attributes();
    attributes.read(parser);
    String tag = in.at(TokenKind.IDENTIFIER) ? in.next().text : null;
    attributes.read(parser);
    if (!in.at(TokenKind.LEFT_BRACE)) {
      if (tag == null) {
        throw in.unexpected("c.tag.expected", first.text);
      }
      return new TypeSyntax.Record(in.since(first), union, tag, null, Placement.NATURAL);
    }
    Token brace = in.next();
    in.enter();
    List<TypeSyntax.Member> members = new ArrayList<>();
    while (!in.at(TokenKind.RIGHT_BRACE) && !in.atEnd()) {
      members(members);
    }
    in.leave();
    in.expectClosing(TokenKind.RIGHT_BRACE, brace);
    attributes.read(parser);
    if (tag != null) {
      defined.add(tag);
    }
    return new TypeSyntax.Record(
        in.since(first), union, tag, List.copyOf(members), attributes.placement());
  }

  private void members(List<TypeSyntax.Member> members) {
    if (in.accept(TokenKind.SEMICOLON)) {
      return;
    }
    if (in.at(TokenKind.STATIC_ASSERT)) {
      parser.declarations.staticAssert();
      return;
    }
    parser.checkUnknownType(0);
    if (!parser.types.startsDeclaration(0)) {
      throw in.unexpected("c.member.expected");
    }
    Token first = in.peek();
    Types.Specifiers specifiers = parser.types.specifiers();
    parser.types.refuseThreadLocal(specifiers);
    if (in.accept(TokenKind.SEMICOLON)) {
      if (specifiers.type instanceof TypeSyntax.Record record && record.members() != null) {
        members.add(
            new TypeSyntax.Member(
                in.since(first), specifiers.type, null, null, specifiers.attributes.placement()));
      }
      return;
    }
    do {
      Token start = in.peek();
      Declarators.Declarator declarator = null;
      if (!in.at(TokenKind.COLON)) {
        declarator = parser.declarators.declarator(true);
      }
      Expression bits = in.accept(TokenKind.COLON) ? parser.expressions.conditional() : null;
      Attributes attributes = new Attributes();
      attributes.read(parser);
      TypeSyntax type = declarator == null ? specifiers.type : declarator.type(specifiers.type);
      Token name = declarator == null ? null : declarator.name;
      if (in.at(TokenKind.ASSIGN)) {
        throw in.refuse(in.peek().span(), "c.member.value");
      }
      members.add(
          new TypeSyntax.Member(
              in.since(start),
              type,
              name == null ? null : name.text,
              bits,
              specifiers.attributes.with(attributes)));
    } while (in.accept(TokenKind.COMMA));
    if (in.at(TokenKind.LEFT_BRACE) || in.at(TokenKind.LEFT_PARENTHESIS)) {
      throw in.unexpected("c.member.expected");
    }
    if (in.at(TokenKind.RIGHT_BRACE)) {
      in.problems.warning(in.previous().behind(), "c.missing", ";"); // As gcc has it.
      return;
    }
    in.expect(TokenKind.SEMICOLON);
  }

  TypeSyntax enumeration() {
    Token first = in.next();
    parser.types.attributes();
    String tag = in.at(TokenKind.IDENTIFIER) ? in.next().text : null;
    if (!in.at(TokenKind.LEFT_BRACE)) {
      if (tag == null) {
        throw in.unexpected("c.tag.expected", first.text);
      }
      return new TypeSyntax.Enum(in.since(first), tag, null);
    }
    Token brace = in.next();
    List<TypeSyntax.Enumerator> enumerators = new ArrayList<>();
    while (in.at(TokenKind.IDENTIFIER)) {
      Token name = in.next();
      parser.types.attributes();
      Expression value = in.accept(TokenKind.ASSIGN) ? parser.expressions.conditional() : null;
      parser.names.declare(parser.wordOf(name), false);
      enumerators.add(new TypeSyntax.Enumerator(in.since(name), name.text, value));
      if (!in.accept(TokenKind.COMMA)) {
        break;
      }
    }
    if (!in.at(TokenKind.RIGHT_BRACE) && !in.atEnd() && enumerators.isEmpty()) {
      throw in.unexpected("c.enumerator.expected");
    }
    if (in.at(TokenKind.IDENTIFIER) || in.at(TokenKind.SEMICOLON)) {
      throw in.unexpected("c.enumerator.separator");
    }
    in.expectClosing(TokenKind.RIGHT_BRACE, brace);
    parser.types.attributes();
    return new TypeSyntax.Enum(in.since(first), tag, List.copyOf(enumerators));
  }
}
