package org.forkshell.lesson;

import java.util.ArrayList;
import java.util.List;

/** A text with measures in it: {@code "my parent is {pid of P}"}. */
public record Template(List<Object> parts) {
  public Template {
    parts = List.copyOf(parts);
  }

  /** Reads a text; braces are doubled to stand for themselves. */
  static Template of(String text) {
    List<Object> parts = new ArrayList<>();
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c == '{' || c == '}') && i + 1 < text.length() && text.charAt(i + 1) == c) {
        plain.append(c);
        i++;
      } else if (c == '{' && text.indexOf('}', i) > 0) {
        parts.add(plain.toString());
        plain.setLength(0);
        int end = text.indexOf('}', i);
        parts.add(Measure.parse(text.substring(i + 1, end)));
        i = end;
      } else {
        plain.append(c);
      }
    }
    parts.add(plain.toString());
    return new Template(parts);
  }

  String fill(Observation seen) {
    StringBuilder text = new StringBuilder();
    for (Object part : parts) {
      text.append(part instanceof Measure measure ? measure.of(seen).text() : part);
    }
    return text.toString();
  }
}
