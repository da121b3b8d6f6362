package org.forkshell.language.c.check;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.forkshell.ir.Image;
import org.forkshell.ir.Realm;
import org.forkshell.ir.Symbol;
import org.forkshell.ir.Type;
import org.forkshell.ir.TypedStatement.Label;
import org.forkshell.source.Span;
import org.jspecify.annotations.Nullable;

/** What the statements of the function being checked share. */
final class FunctionContext {
  /** A label of {@code goto}: known from its first mention on. */
  static final class NamedLabel {
    final Label label = new Label();
    @Nullable Span definedAt;
    @Nullable Span usedAt;
  }

  private final String name;
  private final Type returns;
  private final boolean prompt;
  private final Map<String, NamedLabel> labels = new HashMap<>();
  private final List<Symbol.Local> arrays = new ArrayList<>();
  private Symbol.@Nullable Static nameObject;
  private int parameterSlots;
  private final Set<Symbol.Function> references = new LinkedHashSet<>();

  /**
   * @param prompt whether these are the statements of a line typed at the prompt, which belong to
   *     no function
   */
  FunctionContext(String name, Type returns, boolean prompt) {
    this.name = name;
    this.returns = returns;
    this.prompt = prompt;
  }

  String name() {
    return name;
  }

  Type returns() {
    return returns;
  }

  boolean isPrompt() {
    return prompt;
  }

  NamedLabel label(String label) {
    NamedLabel found = labels.get(label);
    if (found == null) {
      found = new NamedLabel();
      labels.put(label, found);
    }
    return found;
  }

  Map<String, NamedLabel> labels() {
    return labels;
  }

  /** The pointers to arrays of variable length. */
  List<Symbol.Local> arrays() {
    return arrays;
  }

  /** The functions that it mentions. */
  Set<Symbol.Function> references() {
    return references;
  }

  /** How many argument slots the named parameters take. */
  int parameterSlots() {
    return parameterSlots;
  }

  void parameterSlots(int slots) {
    parameterSlots = slots;
  }

  /** {@code __func__}, made when it is first used. */
  Symbol.Static nameObject(Realm realm) {
    if (nameObject == null) {
      byte[] text = name.getBytes(StandardCharsets.UTF_8);
      byte[] bytes = Arrays.copyOf(text, text.length + 1);
      nameObject =
          new Symbol.Static(
              "__func__",
              null,
              new Type.Array(Type.CHAR.withConst(true), bytes.length),
              realm,
              false);
      nameObject.makeReadOnly();
      nameObject.image(new Image(bytes));
    }
    return nameObject;
  }
}
