package org.forkshell.repl;

import java.io.IOException;
import org.forkshell.terminal.Keys;
import org.forkshell.terminal.Typewriter;
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

  public KeyTypist(Typewriter typewriter, Keys keys) {
    this.typewriter = typewriter;
    this.keys = keys;
  }

  @Override
  public Wish read() throws IOException, InterruptedException {
    while (true) {
      int key = keys.read();
      if (key < 0 || key == 'q' || key == 4) {
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
    typewriter.prompt(prompt);
    int typed = 0;
    while (true) {
      int key = keys.read();
      boolean enter = key == '\r' || key == '\n';
      boolean begun = typed > 0;
      if (key < 0
          || key == 4
          || key == Keys.LEFT
          || (!begun && (key == 'b' || key == 'p' || key == 'q'))) {
        typewriter.enter();
        return key == 'p' ? Wish.PLAY : key == 'b' || key == Keys.LEFT ? Wish.BACK : Wish.LEAVE;
      }
      int until = enter ? line.length() : Math.min(line.length(), typed + LETTERS_A_KEY);
      typewriter.type(Text.of(Style.PLAIN, line.substring(typed, until)));
      boolean whole = typed == line.length();
      typed = until;
      if (enter || whole) {
        typewriter.enter();
        return Wish.ON;
      }
    }
  }

  @Override
  public @Nullable String playedLine(Text prompt) throws IOException {
    typewriter.prompt(prompt);
    StringBuilder line = new StringBuilder();
    while (true) {
      int key = keys.read();
      if (key < 0 || key == 4) {
        typewriter.enter();
        return null;
      }
      if (key == '\r' || key == '\n') {
        typewriter.enter();
        return line.toString();
      }
      if ((key == BACKSPACE || key == 8) && line.length() > 0) {
        line.setLength(line.length() - 1);
        typewriter.type(Text.of(Style.PLAIN, "\b \b"));
      } else if (key >= ' ' && key < Keys.LEFT) {
        line.appendCodePoint(key);
        typewriter.type(Text.of(Style.PLAIN, Character.toString(key)));
      }
    }
  }
}
