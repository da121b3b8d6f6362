package org.forkshell.prompt;

import java.io.IOException;
import org.forkshell.shell.PromptSession;
import org.forkshell.terminal.Keys;
import org.forkshell.terminal.Typewriter;
import org.forkshell.tutor.Replay;
import org.forkshell.view.Style;
import org.forkshell.view.Text;
import org.jspecify.annotations.Nullable;

/**
 * An instructor's keys: any key types the next letters of a line, Enter all of it; a blank or Enter
 * goes on, {@code b} or the left arrow goes back, {@code p} is for trying things, {@code q} leaves.
 */
public final class KeyTypist implements Replay.Typist {
  private static final int LETTERS_A_KEY = 3;
  private static final int BACKSPACE = 127;

  private final Typewriter typewriter;
  private final Keys keys;

  /** Whether the line that is executed is one to try things. */
  private volatile boolean tries;

  private volatile boolean leaving;

  /** Makes those give up their line that are blocked while the next is typed. */
  private Runnable blocked = () -> {};

  public KeyTypist(Typewriter typewriter, Keys keys) {
    this.typewriter = typewriter;
    this.keys = keys;
  }

  /**
   * Makes Ctrl-C and Ctrl-Z act on the processes while they are at work. Ctrl-C ends the replay, as
   * {@code q} does; while things are tried it only makes the processes give up their line.
   */
  public void control(PromptSession session) {
    blocked = () -> interrupt(session);
    keys.onControl(() -> interrupt(session), session::suspend);
  }

  private void interrupt(PromptSession session) {
    leaving |= !tries;
    try {
      session.interrupt();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public Wish read() throws IOException, InterruptedException {
    tries = false;
    try {
      return leaving ? Wish.LEAVE : wish();
    } finally {
      keys.done();
    }
  }

  private Wish wish() throws IOException {
    while (true) {
      int key = keys.read();
      if (key < 0 || key == 'q' || key == 4 || key == Keys.INTERRUPT) {
        return Wish.LEAVE;
      }
      if (key == 'b' || key == BACKSPACE || key == Keys.LEFT) {
        return Wish.BACK;
      }
      if (key == 'p') {
        return Wish.PLAY;
      }
      if (key == ' ' || key == '\r' || key == '\n' || key == 'n' || key == Keys.RIGHT) {
        return Wish.ON;
      }
    }
  }

  @Override
  public Wish type(Text prompt, String line) throws IOException, InterruptedException {
    tries = false;
    if (leaving) {
      return Wish.LEAVE;
    }
    typewriter.prompt(prompt);
    try {
      return typed(line);
    } finally {
      keys.done();
      typewriter.enter();
    }
  }

  private Wish typed(String line) throws IOException {
    int typed = 0;
    while (true) {
      int key = keys.read();
      boolean enter = key == '\r' || key == '\n';
      boolean begun = typed > 0;
      if (key < 0
          || key == 4
          || key == Keys.LEFT
          || key == Keys.INTERRUPT
          || (!begun && (key == 'b' || key == 'p' || key == 'q'))) {
        return key == 'p' ? Wish.PLAY : key == 'b' || key == Keys.LEFT ? Wish.BACK : Wish.LEAVE;
      }
      int until = enter ? line.length() : Math.min(line.length(), typed + LETTERS_A_KEY);
      typewriter.type(Text.of(Style.PLAIN, line.substring(typed, until)));
      boolean whole = typed == line.length();
      typed = until;
      if (enter || whole) {
        return Wish.ON;
      }
    }
  }

  @Override
  public @Nullable String playedLine(Text prompt) throws IOException {
    try {
      String line = tried(prompt);
      tries = line != null && !line.isBlank();
      return line;
    } finally {
      keys.done();
      typewriter.enter();
    }
  }

  private @Nullable String tried(Text prompt) throws IOException {
    typewriter.prompt(prompt);
    StringBuilder line = new StringBuilder();
    while (true) {
      int key = keys.read();
      if (key < 0 || key == 4) {
        return null;
      }
      if (key == '\r' || key == '\n') {
        return line.toString();
      }
      if (key == Keys.INTERRUPT) {
        typewriter.enter();
        if (line.length() == 0) {
          blocked.run();
        }
        line.setLength(0);
        typewriter.prompt(prompt);
      } else if ((key == BACKSPACE || key == 8) && line.length() > 0) {
        // A character outside the BMP is two.
        line.setLength(line.offsetByCodePoints(line.length(), -1));
        typewriter.type(Text.of(Style.PLAIN, "\b \b"));
      } else if (key >= ' ' && key < Keys.LEFT) {
        line.appendCodePoint(key);
        typewriter.type(Text.of(Style.PLAIN, Character.toString(key)));
      }
    }
  }
}
