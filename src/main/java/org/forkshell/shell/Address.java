package org.forkshell.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.forkshell.process.ProcessName;
import org.forkshell.process.ProcessTree;
import org.forkshell.process.ProcessTree.Entry;
import org.jspecify.annotations.Nullable;

/**
 * Which processes a line is for: {@code @P.1}, {@code @5574}, {@code @children}, {@code @others},
 * {@code @all}, or several of these with commas between them.
 *
 * @param words what stands after the {@code @}, cut at the commas
 */
public record Address(List<String> words) {
  static final Address ALL = new Address(List.of("all"));

  /** A line and whom it is for. */
  public record Line(@Nullable Address address, String rest) {}

  public Address {
    words = List.copyOf(words);
  }

  /** Takes the address off a line. */
  public static Line split(String line) {
    String text = line.stripLeading();
    // An input method's full-width sign is meant as well.
    if (!text.startsWith("@") && !text.startsWith("\uff20")) {
      return new Line(null, line);
    }
    int end = 1;
    while (end < text.length() && isPart(text, end)) {
      end++;
    }
    return new Line(
        new Address(List.of(halfWidth(text.substring(1, end)).split(",", -1))),
        text.substring(end));
  }

  private static boolean isPart(String text, int at) {
    // A slash comes before the number of a thread.
    return isPart(text.charAt(at))
        || (halfWidth(text.charAt(at)) == '/'
            && at + 1 < text.length()
            && Character.isDigit(text.charAt(at + 1)));
  }

  private static boolean isPart(char c) {
    return Character.isLetterOrDigit(c) || halfWidth(c) == '.' || halfWidth(c) == ',' || c == '_';
  }

  private static char halfWidth(char c) {
    return c >= '\uff01' && c <= '\uff5e' ? (char) (c - 0xfee0) : c;
  }

  private static String halfWidth(String text) {
    StringBuilder half = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      half.append(halfWidth(text.charAt(i)));
    }
    return half.toString();
  }

  /** The word that names a thread which is not its process's first: those take no lines. */
  public Optional<String> thread() {
    return words.stream().filter(word -> word.contains("/") && !word.endsWith("/1")).findFirst();
  }

  /** Raised by {@link #resolve} with the word that names no process. */
  public static final class NobodyException extends Exception {
    private static final long serialVersionUID = 1;
    private final String word;

    NobodyException(String word) {
      super(word);
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  /**
   * The live processes that are meant, parents first.
   *
   * @param last whom the address before was for: {@code others} are all but those
   * @throws NobodyException for a word that names no live process
   */
  public List<Entry> resolve(ProcessTree tree, Set<ProcessName> last) throws NobodyException {
    List<Entry> alive = tree.alive();
    List<Entry> found = new ArrayList<>();
    for (String word : words) {
      List<Entry> meant = new ArrayList<>();
      for (Entry entry : alive) {
        if (means(word, entry, last)) {
          meant.add(entry);
        }
      }
      if (meant.isEmpty()) {
        throw new NobodyException(word);
      }
      for (Entry entry : meant) {
        if (!found.contains(entry)) {
          found.add(entry);
        }
      }
    }
    found.sort((a, b) -> a.name().compareTo(b.name()));
    return found;
  }

  private static boolean means(String word, Entry entry, Set<ProcessName> last) {
    return switch (word) {
      case "all" -> true;
      case "children" -> !entry.name().isRoot();
      case "others" -> last.isEmpty() ? !entry.name().isRoot() : !last.contains(entry.name());
      default ->
          word.equalsIgnoreCase(entry.name().toString())
              || word.equalsIgnoreCase(entry.name() + "/1")
              || word.equals(Integer.toString(entry.pid()));
    };
  }
}
