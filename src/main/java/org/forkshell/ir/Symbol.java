package org.forkshell.ir;

import java.util.List;
import java.util.Set;
import org.forkshell.source.Span;
import org.jspecify.annotations.Nullable;

/** What a name stands for. */
public sealed interface Symbol {
  String name();

  /** Where it was declared; null for what no text declares. */
  @Nullable Span at();

  /** A name that a typedef gave. */
  record Typedef(String name, Span at, Type type) implements Symbol {}

  record Enumerator(String name, Span at, TypedExpression.Whole value) implements Symbol {}

  /** An object with automatic storage duration: it lives in the frame of its function. */
  final class Local implements Symbol {
    /** What a frame is aligned to, in bytes, and so the most that an object in it can be. */
    public static final int LARGEST_ALIGNMENT = 16;

    private final String name;
    private final @Nullable Span at;
    private final Type type;
    private boolean addressTaken;
    private boolean parameter;
    private int alignment = 1;
    private int frameOffset;
    private @Nullable TypedExpression constant;

    public Local(String name, @Nullable Span at, Type type) {
      this.name = name;
      this.at = at;
      this.type = type;
    }

    /** An object that no text declares. */
    public static Local hidden(Type type) {
      return new Local("", null, type);
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public @Nullable Span at() {
      return at;
    }

    public Type type() {
      return type;
    }

    public boolean isHidden() {
      return name.isEmpty();
    }

    public boolean isAddressTaken() {
      return addressTaken;
    }

    public void takeAddress() {
      addressTaken = true;
    }

    /** What its address is a multiple of, in bytes. */
    public int alignment() {
      return Math.max(alignment, type.alignment());
    }

    /** Asks for more than its type needs. */
    public void align(int wanted) {
      alignment = Math.max(alignment, wanted);
    }

    public boolean isParameter() {
      return parameter;
    }

    public void makeParameter() {
      parameter = true;
    }

    /** The value that it always has, where it is {@code const} and begins with a constant. */
    public @Nullable TypedExpression constant() {
      return constant;
    }

    public void constant(TypedExpression value) {
      constant = value;
    }

    /** The distance from the frame pointer; 0, which no object has, before it got its place. */
    public int frameOffset() {
      return frameOffset;
    }

    public void place(int offset) {
      frameOffset = offset;
    }
  }

  /** What has one address in the whole program, under a name that the linker knows. */
  abstract sealed class Linked implements Symbol {
    private final String name;
    private final @Nullable Span at;
    private final Realm realm;
    private final boolean external;
    private long offset;

    private Linked(String name, @Nullable Span at, Realm realm, boolean external) {
      this.name = name;
      this.at = at;
      this.realm = realm;
      this.external = external;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public @Nullable Span at() {
      return at;
    }

    public Realm realm() {
      return realm;
    }

    /** Whether other files may mean it by its name. */
    public boolean isExternal() {
      return external;
    }

    /** Where it lies in the address space; 0 before it got its place. */
    public long offset() {
      return offset;
    }

    public void place(long where) {
      offset = where;
    }
  }

  /**
   * An object with static or thread storage duration, also one without a name: a string literal,
   * say.
   */
  final class Static extends Linked {
    private Type type;
    private @Nullable Image image;
    private boolean defined;
    private boolean readOnly;
    private boolean threadLocal;
    private int alignment = 1;
    private @Nullable Static origin;

    public Static(String name, @Nullable Span at, Type type, Realm realm, boolean external) {
      super(name, at, realm, external);
      this.type = type;
    }

    public Type type() {
      return type;
    }

    /** An array's length, say, may become known later. */
    public void type(Type better) {
      type = better;
    }

    /** What its address is a multiple of, in bytes. */
    public int alignment() {
      return Math.max(alignment, type.alignment());
    }

    /** Asks for more than its type needs. */
    public void align(int wanted) {
      alignment = Math.max(alignment, wanted);
    }

    /** What it holds when the program begins; null for zeros. */
    public @Nullable Image image() {
      return image;
    }

    public void image(Image first) {
      image = first;
      defined = true;
    }

    public boolean isDefined() {
      return defined;
    }

    public void define() {
      defined = true;
    }

    public boolean isReadOnly() {
      return readOnly;
    }

    public void makeReadOnly() {
      readOnly = true;
    }

    /** Whether each thread has one of its own (C11 6.2.4 p4): its address is no constant. */
    public boolean isThreadLocal() {
      return threadLocal;
    }

    public void makeThreadLocal() {
      threadLocal = true;
    }

    /** The object that another realm defines under this name. */
    public void origin(Static elsewhere) {
      origin = elsewhere;
    }

    /** The object itself, wherever it is defined. */
    public Static resolved() {
      Static found = this;
      while (found.origin != null) {
        found = found.origin;
      }
      return found;
    }
  }

  /** A definition in a text, checked when somebody needs it. */
  @FunctionalInterface
  interface Definition {
    /** Gives the function its {@link Function#body(FunctionBody)}. */
    void check(Function function);
  }

  /** A function. */
  final class Function extends Linked {
    private Type.Function type;
    private boolean implicit;
    private int nativeFunction = -1;
    private int systemCall = -1;
    private @Nullable Definition definition;
    private @Nullable FunctionBody body;
    private @Nullable Function origin;
    private Set<Function> references = Set.of();

    public Function(
        String name, @Nullable Span at, Type.Function type, Realm realm, boolean external) {
      super(name, at, realm, external);
      this.type = type;
    }

    public Type.Function type() {
      return type;
    }

    public void type(Type.Function better) {
      type = better;
    }

    /** Whether it was called without ever being declared. */
    public boolean isImplicit() {
      return implicit;
    }

    public void implicit(boolean without) {
      implicit = without;
    }

    /** The ordinal of the native function it is, or -1. */
    public int nativeFunction() {
      return nativeFunction;
    }

    public void nativeFunction(int ordinal) {
      nativeFunction = ordinal;
    }

    /** The ordinal of the system call it is, or -1. */
    public int systemCall() {
      return systemCall;
    }

    public void systemCall(int ordinal) {
      systemCall = ordinal;
    }

    /** Whether the machine or the kernel computes it. */
    public boolean isBuiltIn() {
      return nativeFunction >= 0 || systemCall >= 0;
    }

    public boolean isDefined() {
      return definition != null || body != null || isBuiltIn();
    }

    /** Whether a text defines it. */
    public boolean isWritten() {
      return definition != null;
    }

    public void define(Definition text) {
      definition = text;
      nativeFunction = -1;
      systemCall = -1;
    }

    /** The typed tree of a function that a text defines, checked now if that was not done yet. */
    public FunctionBody body() {
      if (body == null && definition != null) {
        definition.check(this);
      }
      if (body == null) {
        throw new AssertionError(name() + " has no body");
      }
      return body;
    }

    public void body(FunctionBody typed) {
      body = typed;
    }

    /** The function that another realm, or a later line, defines under this name. */
    public void origin(Function elsewhere) {
      origin = elsewhere;
    }

    public Function resolved() {
      Function found = this;
      while (found.origin != null) {
        found = found.origin;
      }
      return found;
    }

    /** The functions that its body mentions. */
    public Set<Function> references() {
      return references;
    }

    public void references(Set<Function> mentioned) {
      references = mentioned;
    }

    public List<Type> parameters() {
      return type.parameters();
    }
  }
}
