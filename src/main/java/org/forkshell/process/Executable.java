package org.forkshell.process;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What execve(2) was asked for, byte by byte as the program gave it: a blank or a newline too many
 * in a name is a common mistake.
 *
 * @param path empty where it is not known
 * @param arguments as far as they are known; the first is the name that the program gets for itself
 * @param isWhole whether all of both is there
 */
public record Executable(byte[] path, List<byte[]> arguments, boolean isWhole) {
  public static final Executable UNKNOWN = new Executable(new byte[0], List.of(), false);

  public Executable {
    arguments = List.copyOf(arguments);
  }

  /**
   * From the path and the arguments, each with a zero byte after it.
   *
   * @param count how many arguments there are, of which the last may be missing here
   */
  public static Executable of(byte[] words, long count) {
    List<byte[]> all = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < words.length; i++) {
      if (words[i] == 0) {
        all.add(java.util.Arrays.copyOfRange(words, start, i));
        start = i + 1;
      }
    }
    if (all.isEmpty()) {
      return words.length == 0 ? UNKNOWN : new Executable(words, List.of(), false);
    }
    return new Executable(all.get(0), all.subList(1, all.size()), all.size() == count + 1);
  }

  /** The path as text. */
  public String pathText() {
    return new String(path, StandardCharsets.UTF_8);
  }
}
