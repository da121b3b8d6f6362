package org.forkshell.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.forkshell.source.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * All explanations, in one language. The bundles {@code Explanations} have an entry {@code
 * SECTION.NAME} for each, whose first line is the title and the rest the text; {@code .names},
 * {@code .man} and {@code .see} after it stand in the English one; {@code .names} in another
 * language's takes its place, with what a thing is called there.
 */
public final class Explanations {
  private static final List<String> PARTS = List.of(".names", ".man", ".see");

  private final Messages words;
  private @Nullable Map<String, Explanation> all;

  private Explanations(Messages words) {
    this.words = words;
  }

  /** Those in a language; they are read when first asked for. */
  public static Explanations in(Locale language) {
    return new Explanations(new Messages(Explanations.class, "Explanations", language));
  }

  /** All there are, by their keys. */
  public synchronized Map<String, Explanation> all() {
    Map<String, Explanation> read = all;
    if (read == null) {
      read = new LinkedHashMap<>();
      for (String key : new TreeSet<>(words.keys())) {
        if (PARTS.stream().noneMatch(key::endsWith)) {
          read.put(key, read(key));
        }
      }
      all = read;
    }
    return read;
  }

  private Explanation read(String key) {
    String[] parts = words.get(key).split("\n", 2);
    List<String> names = new ArrayList<>();
    names.add(key.substring(key.indexOf('.') + 1).replace('.', '-'));
    names.addAll(list(key + ".names"));
    return new Explanation(
        key,
        names,
        parts[0],
        parts.length == 1 ? "" : parts[1],
        list(key + ".man"),
        list(key + ".see"));
  }

  private List<String> list(String key) {
    return words.has(key) ? List.of(words.get(key).strip().split("\\s+")) : List.of();
  }

  /** What is explained under a name; capital letters matter only where nothing else differs. */
  public List<Explanation> find(String name) {
    List<Explanation> exact = named(name, false);
    return exact.isEmpty() ? named(name, true) : exact;
  }

  private List<Explanation> named(String name, boolean anyCase) {
    return all().values().stream()
        .filter(
            each ->
                each.names().stream()
                    .anyMatch(own -> anyCase ? own.equalsIgnoreCase(name) : own.equals(name)))
        .toList();
  }

  /** All names, for completion. */
  public List<String> names() {
    TreeSet<String> names = new TreeSet<>();
    all().values().forEach(each -> names.addAll(each.names()));
    return List.copyOf(names);
  }

  /** Names that look like {@code word}, the likest first; at most {@code most}. */
  public List<String> near(String word, int most) {
    String wanted = word.toLowerCase(Locale.ROOT);
    int limit = Math.max(1, Spelling.tolerance(word));
    record Near(String name, int distance) {}
    List<Near> near = new ArrayList<>();
    for (String name : names()) {
      String own = name.toLowerCase(Locale.ROOT);
      boolean part =
          Math.min(wanted.length(), own.length()) > 2
              && (own.contains(wanted) || wanted.contains(own));
      int distance = Spelling.distance(wanted, own, limit);
      if (part || distance <= limit) {
        near.add(new Near(name, part ? Math.min(distance, limit) : distance));
      }
    }
    near.sort(Comparator.comparingInt(Near::distance).thenComparing(Near::name));
    return near.stream().limit(most).map(Near::name).toList();
  }

  /**
   * What there is to say about a note: what explains its form, or several alike, else what explains
   * its kind.
   */
  public Explanation about(Note note) {
    String key = "note." + note.key();
    while (true) {
      Explanation found = all().get(key);
      if (found != null) {
        return found;
      }
      int dot = key.lastIndexOf('.');
      if (dot < 0) {
        throw new AssertionError("nothing explains " + note);
      }
      key = key.substring(0, dot);
    }
  }
}
