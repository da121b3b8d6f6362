package org.forkshell.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.forkshell.source.SourceBytes;

/**
 * A program of {@code src/test/resources/programs} with its head and its expected results, as the
 * README there has them.
 */
record KnownProgram(Path file, Map<String, String> head) {
  /** What came out of a run. */
  record Result(String status, byte[] out, byte[] err) {}

  private static final Pattern HEAD = Pattern.compile("// ([a-z]+): ?(.*)");
  private static final Pattern WORD = Pattern.compile("\\S*\\s*");
  private static final Pattern LINE = Pattern.compile("[^\\n]*\\n|[^\\n]+");

  static KnownProgram read(Path file) throws IOException {
    Map<String, String> head = new HashMap<>();
    for (String line : SourceBytes.decode(Files.readAllBytes(file)).split("\n", -1)) {
      Matcher matcher = HEAD.matcher(line);
      if (!matcher.matches()) {
        break;
      }
      head.put(matcher.group(1), matcher.group(2));
    }
    return new KnownProgram(file, head);
  }

  /** The file's name without its ending. */
  String name() {
    return file.getFileName().toString().replaceAll("\\.c$", "");
  }

  List<String> arguments() {
    return words("args");
  }

  List<String> environment() {
    return words("env");
  }

  private List<String> words(String key) {
    String value = head.getOrDefault(key, "");
    return Arrays.stream(value.split(" "))
        .filter(word -> !word.isEmpty())
        .map(word -> new String(unescape(word), StandardCharsets.ISO_8859_1))
        .toList();
  }

  byte[] standardInput() {
    return unescape(head.getOrDefault("stdin", ""));
  }

  /** What cc and glibc did. */
  Result expected(String kind) throws IOException {
    String status = "";
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    for (String line : Files.readString(file.resolveSibling(name() + "." + kind)).split("\n")) {
      if (line.startsWith("out ")) {
        out.writeBytes(unescape(line.substring(4)));
      } else if (line.startsWith("err ")) {
        err.writeBytes(unescape(line.substring(4)));
      } else {
        status = line;
      }
    }
    return new Result(status, out.toByteArray(), err.toByteArray());
  }

  /** A result in a form in which equal means: as good as the same. */
  String comparable(Result result) {
    return result.status
        + "\n--- out\n"
        + comparable(result.out)
        + "\n--- err\n"
        + comparable(result.err);
  }

  private String comparable(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    if (head.containsKey("mask")) {
      text = text.replaceAll(head.get("mask"), "#");
    }
    return switch (head.getOrDefault("order", "fixed")) {
      case "lines" -> sorted(LINE, text);
      case "words" -> sorted(WORD, text);
      default -> text;
    };
  }

  private static String sorted(Pattern unit, String text) {
    List<String> parts = new ArrayList<>();
    Matcher matcher = unit.matcher(text);
    while (matcher.find()) {
      parts.add(matcher.group());
    }
    return parts.stream().filter(part -> !part.isEmpty()).sorted().collect(Collectors.joining("|"));
  }

  private static byte[] unescape(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\\') {
        bytes.write(c);
        continue;
      }
      switch (text.charAt(++i)) {
        case 'n' -> bytes.write('\n');
        case 't' -> bytes.write('\t');
        case 'r' -> bytes.write('\r');
        case 'x' -> {
          bytes.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
          i += 2;
        }
        default -> bytes.write(text.charAt(i));
      }
    }
    return bytes.toByteArray();
  }

  @Override
  public String toString() {
    return file.getParent().getFileName() + "/" + name();
  }
}
