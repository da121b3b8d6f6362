package org.forkshell.language.c.check;

import java.util.List;
import org.forkshell.ir.Type;

/** Types as C writes them, {@code int (*)[3]} or, with a name, {@code int (*rows)[3]}. */
public final class TypeText {
  private TypeText() {}

  public static String of(Type type) {
    return declaration(type, "");
  }

  /** A declaration of {@code name}, or the type alone where it is empty. */
  public static String declaration(Type type, String name) {
    if (type instanceof Type.Pointer pointer) {
      String inner = "*" + (pointer.isConst() ? (name.isEmpty() ? "const" : "const ") : "") + name;
      boolean brackets = pointer.to().isArray() || pointer.to().isFunction();
      return declaration(pointer.to(), brackets ? "(" + inner + ")" : inner);
    }
    if (type instanceof Type.Array array) {
      String length = array.length() == Type.Array.UNKNOWN ? "" : Long.toString(array.length());
      return declaration(array.of(), name + "[" + length + "]");
    }
    if (type instanceof Type.VariableArray array) {
      return declaration(array.of(), name + "[*]");
    }
    if (type instanceof Type.Function function) {
      return declaration(function.returns(), name + "(" + parameters(function) + ")");
    }
    if (type instanceof Type.Atomic atomic && atomic.of().isPointer()) {
      String inner = "*" + qualifiers(atomic) + (name.isEmpty() ? "" : " ") + name;
      Type to = atomic.of().target();
      boolean brackets = to.isArray() || to.isFunction();
      return declaration(to, brackets ? "(" + inner + ")" : inner);
    }
    String base = base(type);
    if (name.isEmpty()) {
      return base;
    }
    return name.startsWith("[") ? base + name : base + " " + name;
  }

  private static String parameters(Type.Function function) {
    if (function.unspecified() && function.parameters().isEmpty()) {
      return "";
    }
    List<Type> types = function.parameters();
    if (types.isEmpty()) {
      return "void";
    }
    StringBuilder text = new StringBuilder();
    for (Type type : types) {
      text.append(text.length() == 0 ? "" : ", ").append(of(type));
    }
    return text.append(function.variadic() ? ", ..." : "").toString();
  }

  private static String qualifiers(Type.Atomic type) {
    return type.isConst() ? "const _Atomic" : "_Atomic";
  }

  private static String base(Type type) {
    if (type instanceof Type.Atomic atomic) {
      return qualifiers(atomic) + " " + base(atomic.of());
    }
    String constant = type.isConst() ? "const " : "";
    if (type instanceof Type.Simple simple) {
      return constant
          + switch (simple.basic()) {
            case VOID -> "void";
            case BOOL -> "_Bool";
            case CHAR -> "char";
            case SIGNED_CHAR -> "signed char";
            case UNSIGNED_CHAR -> "unsigned char";
            case SHORT -> "short";
            case UNSIGNED_SHORT -> "unsigned short";
            case INT -> "int";
            case UNSIGNED_INT -> "unsigned int";
            case LONG -> "long";
            case UNSIGNED_LONG -> "unsigned long";
            case LONG_LONG -> "long long";
            case UNSIGNED_LONG_LONG -> "unsigned long long";
            case FLOAT -> "float";
            case DOUBLE -> "double";
            case LONG_DOUBLE -> "long double";
          };
    }
    if (type instanceof Type.Record record) {
      String tag = record.definition().tag();
      String alias = record.definition().alias();
      if (alias != null) {
        return constant + alias;
      }
      return constant
          + (record.definition().isUnion() ? "union" : "struct")
          + (tag == null ? " {…}" : " " + tag);
    }
    if (type instanceof Type.Enumeration enumeration) {
      String tag = enumeration.definition().tag();
      return constant + "enum" + (tag == null ? " {…}" : " " + tag);
    }
    return "?";
  }
}
