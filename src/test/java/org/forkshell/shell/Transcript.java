package org.forkshell.shell;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.forkshell.cli.StackTraces;
import org.forkshell.view.ColorMode;
import org.forkshell.view.Screen;
import org.forkshell.view.Text;

/** A screen that remembers, without pids: they differ from run to run. */
public final class Transcript implements Screen {
  private final List<String> lines = new ArrayList<>();

  @Override
  public boolean isUnicode() {
    return true;
  }

  @Override
  public synchronized void print(List<Text> texts) {
    for (Text text : texts) {
      StackTraces.assertNone(text.toString());
      lines.add(text.toString().strip().replaceAll("\\s+", " ").replaceAll("\\b\\d{3,}\\b", "#"));
    }
    notifyAll();
  }

  @Override
  public int width() {
    return 0;
  }

  @Override
  public String inColor(Text line) {
    throw new AssertionError("no cast is made of it");
  }

  @Override
  public void color(ColorMode mode) {}

  public synchronized List<String> lines() {
    return new ArrayList<>(lines);
  }

  synchronized void clear() {
    lines.clear();
  }

  /** Waits until a line holds {@code text}; says whether one does. */
  synchronized boolean await(String text, Duration limit) throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    while (lines.stream().noneMatch(line -> line.contains(text))) {
      long millis = (deadline - System.nanoTime()) / 1_000_000;
      if (millis <= 0) {
        return false;
      }
      wait(millis);
    }
    return true;
  }
}
