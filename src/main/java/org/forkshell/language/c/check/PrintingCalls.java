package org.forkshell.language.c.check;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.forkshell.ir.Image;
import org.forkshell.ir.Realm;
import org.forkshell.ir.Symbol;
import org.forkshell.ir.Type;
import org.forkshell.ir.TypedExpression;
import org.forkshell.ir.TypedExpression.AddressOf;
import org.forkshell.ir.TypedExpression.Call;
import org.forkshell.ir.TypedExpression.Convert;
import org.forkshell.ir.TypedExpression.StaticPlace;
import org.forkshell.ir.TypedExpression.Whole;
import org.jspecify.annotations.Nullable;

/**
 * The simpler calls that gcc, even without optimisation, makes of calls that print and whose result
 * nobody wants. It can be seen: {@code printf("%s\n", NULL)} is {@code puts(NULL)}, which faults.
 */
final class PrintingCalls {
  private static final String HEADER = "stdio.h";

  private final Linkage linkage;

  PrintingCalls(Linkage linkage) {
    this.linkage = linkage;
  }

  /** The call to be made in place of one whose result is not used, often that one. */
  Call simpler(Call call) {
    Symbol.Function named = call.function();
    if (named == null || call.arguments().isEmpty()) {
      return call;
    }
    switch (named.name()) {
      case "printf", "fprintf", "fputs" -> {
        Symbol.Function meant = linkage.resolve(named);
        if (meant == null || meant.realm() != Realm.LIBRARY) {
          return call;
        }
      }
      default -> {
        return call;
      }
    }
    Call other =
        switch (named.name()) {
          case "printf" -> printf(call, call.arguments());
          case "fprintf" -> fprintf(call, call.arguments());
          default -> fputs(call, call.arguments());
        };
    return other == null ? call : other;
  }

  private @Nullable Call printf(Call call, List<TypedExpression> arguments) {
    String format = literal(arguments.get(0));
    if (format == null) {
      return null;
    }
    if (arguments.size() == 1 && format.indexOf('%') < 0) {
      return printed(call, format);
    }
    if (arguments.size() != 2) {
      return null;
    }
    TypedExpression argument = arguments.get(1);
    return switch (format) {
      case "%s\n" -> isText(argument) ? library(call, "puts", argument) : null;
      case "%s" -> {
        String text = literal(argument);
        yield text == null ? null : printed(call, text);
      }
      case "%c" -> argument.type().isInteger() ? library(call, "putchar", argument) : null;
      default -> null;
    };
  }

  /** A text of one character, or one that ends its line. */
  private @Nullable Call printed(Call call, String text) {
    if (text.length() == 1) {
      return library(call, "putchar", character(text));
    }
    if (!text.endsWith("\n")) {
      return null;
    }
    byte[] line = bytes(text.substring(0, text.length() - 1));
    Symbol.Static object = linkage.string(line);
    TypedExpression place =
        new AddressOf(Type.CHAR_POINTER, new StaticPlace(object.type(), object, 0));
    return library(call, "puts", place);
  }

  private @Nullable Call fprintf(Call call, List<TypedExpression> arguments) {
    TypedExpression stream = arguments.get(0);
    String format = literal(arguments.get(1));
    if (format == null) {
      return null;
    }
    if (arguments.size() == 2 && format.indexOf('%') < 0) {
      return written(call, arguments.get(1), format, stream);
    }
    if (arguments.size() != 3) {
      return null;
    }
    TypedExpression argument = arguments.get(2);
    if (format.equals("%c")) {
      return argument.type().isInteger() ? library(call, "fputc", argument, stream) : null;
    }
    if (!format.equals("%s") || !isText(argument)) {
      return null;
    }
    String text = literal(argument);
    return text == null
        ? library(call, "fputs", argument, stream)
        : written(call, argument, text, stream);
  }

  private @Nullable Call fputs(Call call, List<TypedExpression> arguments) {
    String text = literal(arguments.get(0));
    return text == null ? null : written(call, arguments.get(0), text, arguments.get(1));
  }

  private @Nullable Call written(
      Call call, TypedExpression place, String text, TypedExpression stream) {
    if (text.isEmpty()) {
      return null;
    }
    return text.length() == 1
        ? library(call, "fputc", character(text), stream)
        : library(
            call,
            "fwrite",
            place,
            new Whole(Type.UNSIGNED_LONG, 1),
            new Whole(Type.UNSIGNED_LONG, text.length()),
            stream);
  }

  private Call library(Call call, String name, TypedExpression... arguments) {
    Symbol.Function function = linkage.library(HEADER, name);
    Type returns = function.type().returns();
    List<TypedExpression> all = List.of(arguments);
    return new Call(returns, call.span(), function, null, all, all.size(), null);
  }

  private static Whole character(String text) {
    return new Whole(Type.INT, text.charAt(0));
  }

  private static boolean isText(TypedExpression argument) {
    return argument.type().isPointer() && argument.type().target().unqualified().is(Type.CHAR);
  }

  /** A string literal's text up to its first zero, a byte a character; null for all else. */
  private static @Nullable String literal(TypedExpression expression) {
    TypedExpression plain = expression;
    while (plain instanceof Convert convert && convert.type().isPointer()) {
      plain = convert.operand();
    }
    if (!(plain instanceof AddressOf address)
        || !(address.place() instanceof StaticPlace place)
        || place.offset() != 0
        || !place.object().name().isEmpty()
        || !place.object().isReadOnly()) {
      return null;
    }
    Image image = place.object().image();
    if (image == null || !image.addresses().isEmpty()) {
      return null;
    }
    String text = new String(image.bytes(), StandardCharsets.ISO_8859_1);
    int end = text.indexOf(0);
    return end < 0 ? null : text.substring(0, end);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
