package org.forkshell.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.forkshell.process.ProcessName;

/** What learners mean by what they type. */
final class Answers {
  private static final Map<String, Long> WORDS =
      Map.ofEntries(
          Map.entry("none", 0L),
          Map.entry("never", 0L),
          Map.entry("zero", 0L),
          Map.entry("once", 1L),
          Map.entry("one", 1L),
          Map.entry("twice", 2L),
          Map.entry("two", 2L),
          Map.entry("three", 3L),
          Map.entry("four", 4L),
          Map.entry("five", 5L),
          Map.entry("six", 6L),
          Map.entry("seven", 7L),
          Map.entry("eight", 8L),
          Map.entry("nine", 9L),
          Map.entry("ten", 10L),
          Map.entry("twelve", 12L),
          Map.entry("fourteen", 14L),
          Map.entry("sixteen", 16L),
          Map.entry("twenty", 20L));
  private static final String CHINESE = "零一二三四五六七八九";
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+");

  private Answers() {}

  /** The number in an answer, in digits or words of either language. */
  static Optional<Long> number(String answer) {
    String text = halfWidth(answer).toLowerCase(Locale.ROOT);
    Matcher digits = NUMBER.matcher(text);
    if (digits.find()) {
      try {
        return Optional.of(Long.valueOf(digits.group()));
      } catch (NumberFormatException huge) {
        return Optional.empty();
      }
    }
    for (String word : text.split("[^a-z]+")) {
      if (WORDS.containsKey(word)) {
        return Optional.of(WORDS.get(word));
      }
    }
    return chinese(text.replace('两', '二'));
  }

  /** 十二, 二十, 三: as far as lessons count. */
  private static Optional<Long> chinese(String text) {
    long number = 0;
    boolean any = false;
    for (int i = 0; i < text.length(); i++) {
      int digit = CHINESE.indexOf(text.charAt(i));
      if (text.charAt(i) == '十') {
        number = (any ? number : 1) * 10;
        any = true;
      } else if (digit >= 0) {
        number += digit;
        any = true;
      }
    }
    return any ? Optional.of(number) : Optional.empty();
  }

  /** Which of several options is meant: by number, by letter, or by enough of its words. */
  static Optional<Integer> option(String answer, List<String> labels) {
    String text = simple(answer);
    if (text.matches("[0-9]{1,2}")) {
      int number = Integer.parseInt(text);
      boolean isLabel = labels.stream().anyMatch(label -> simple(label).equals(text));
      if (!isLabel) {
        return number >= 1 && number <= labels.size() ? Optional.of(number - 1) : Optional.empty();
      }
    }
    if (text.matches("[a-z]") && text.charAt(0) - 'a' < labels.size()) {
      return Optional.of(text.charAt(0) - 'a');
    }
    if (text.length() == 1 && CHINESE.indexOf(text.charAt(0)) > 0) {
      int number = CHINESE.indexOf(text.charAt(0));
      return number <= labels.size() ? Optional.of(number - 1) : Optional.empty();
    }
    Optional<Integer> found = Optional.empty();
    for (int i = 0; i < labels.size() && !text.isEmpty(); i++) {
      String label = simple(labels.get(i));
      if (label.equals(text)) {
        return Optional.of(i);
      }
      if (label.contains(text)) {
        if (found.isPresent()) {
          return Optional.empty();
        }
        found = Optional.of(i);
      }
    }
    return found;
  }

  /** The options in the order of an answer, as numbers, letters or names; empty if unclear. */
  static List<Integer> order(String answer, List<String> labels) {
    String text = halfWidth(answer).strip();
    if (text.matches("[0-9]+|[a-zA-Z]+") && text.length() == labels.size()) {
      text = String.join(" ", text.split(""));
    }
    List<Integer> order = new ArrayList<>();
    for (String word : text.split("\\s*[,;>→·、，]+\\s*|\\s+(?=[0-9]|[a-zA-Z]\\b|P\\b)|\\n")) {
      Optional<Integer> option = option(word, labels);
      if (option.isEmpty() || order.contains(option.get())) {
        return List.of();
      }
      order.add(option.get());
    }
    return order.size() == labels.size() ? order : List.of();
  }

  /** A text without what an answer may leave out: blanks, empty lines, which number a pid was. */
  static String essence(String text) {
    StringBuilder all = new StringBuilder();
    for (String word : halfWidth(text).split("\\s+")) {
      all.append(isProcess(word) ? "#" : word.replaceAll("\\b[0-9]{3,}\\b", "#"));
    }
    return all.toString().replaceAll("\\bP(\\.[0-9]+)*", "#");
  }

  private static boolean isProcess(String word) {
    try {
      ProcessName.of(word);
      return true;
    } catch (IllegalArgumentException other) {
      return false;
    }
  }

  private static String simple(String text) {
    return halfWidth(text).toLowerCase(Locale.ROOT).replaceAll("[\\s.)(“”\"'`]+", "");
  }

  /** Full-width digits, letters and punctuation as ASCII has them. */
  private static String halfWidth(String text) {
    StringBuilder half = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      half.append(c >= 0xFF01 && c <= 0xFF5E ? (char) (c - 0xFEE0) : c == 0x3000 ? ' ' : c);
    }
    return half.toString();
  }
}
