package org.forkshell.cli;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.forkshell.process.Event;
import org.forkshell.process.ProcessTree;
import org.forkshell.view.ColorMode;
import org.forkshell.view.Screen;
import org.forkshell.view.Style;
import org.forkshell.view.Text;

/**
 * A screen that sorts what is shown by the label in front of it, and what was written by writer.
 */
final class LabelledScreen implements Screen {
  private final int width;
  private final Map<String, StringBuilder> written = new HashMap<>();
  private final Map<String, StringBuilder> shown = new HashMap<>();
  private final List<String> tooWide = new ArrayList<>();
  private String label = "";

  LabelledScreen(int width) {
    this.width = width;
  }

  @Override
  public synchronized void print(List<Text> lines) {
    for (Text line : lines) {
      StackTraces.assertNone(line.toString());
      if (line.width() > width) {
        tooWide.add(line.toString());
      }
      boolean labelled = false;
      for (Text.Piece piece : line.pieces()) {
        Style style = piece.style();
        if (style == Style.PROCESS && !labelled) {
          // Below a line that is too long for the screen its rest stands without a label.
          label = piece.text();
          labelled = true;
        } else if (style == Style.OUTPUT || style == Style.ERROR_OUTPUT) {
          add(shown, label, style == Style.OUTPUT ? 1 : 2, piece.text());
        }
      }
    }
  }

  private static void add(Map<String, StringBuilder> to, String who, int fd, String text) {
    to.computeIfAbsent(who + " " + fd, key -> new StringBuilder()).append(text);
  }

  /** Hears what happens. */
  synchronized void written(Event event, ProcessTree family) {
    if (event instanceof Event.Output output) {
      String who = family.nameOf(output.pid()).map(Object::toString).orElse("?");
      add(written, who, output.fd(), new String(output.bytes(), StandardCharsets.ISO_8859_1));
    }
  }

  /** By process and descriptor, without line ends. */
  synchronized Map<String, String> written() {
    return trimmed(written);
  }

  synchronized Map<String, String> shown() {
    return trimmed(shown);
  }

  private static Map<String, String> trimmed(Map<String, StringBuilder> texts) {
    Map<String, String> all = new TreeMap<>();
    texts.forEach((key, text) -> all.put(key, text.toString().replace("\n", "")));
    all.values().removeIf(String::isEmpty);
    return all;
  }

  synchronized List<String> tooWide() {
    return tooWide;
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public boolean isUnicode() {
    return true;
  }

  @Override
  public String inColor(Text line) {
    throw new AssertionError("no cast is made of it");
  }

  @Override
  public void color(ColorMode mode) {}
}
