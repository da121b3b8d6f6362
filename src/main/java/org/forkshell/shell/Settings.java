package org.forkshell.shell;

import java.util.Locale;
import org.forkshell.view.ColorMode;
import org.forkshell.view.Drawing;
import org.forkshell.view.Explanations;
import org.forkshell.view.Feedback;
import org.forkshell.view.Messages;
import org.forkshell.view.NoteChoice;
import org.forkshell.view.Screen;
import org.forkshell.view.Wording;
import org.forkshell.wire.Board.StandardOutput;

/** What {@code /set} changes. */
public final class Settings {
  public static final int LIMIT = 64;

  private final NoteChoice notes = new NoteChoice();
  private volatile ColorMode color = ColorMode.AUTO;
  private volatile StandardOutput output = StandardOutput.TERMINAL;
  private volatile boolean interprets;
  private volatile int limit = LIMIT;
  private volatile Drawing drawing = Drawing.AUTO;
  private volatile Locale language;
  private volatile Messages words;
  private volatile Messages narration;
  private volatile Explanations explanations;

  /**
   * @param language whose language to speak; all but Chinese is answered in English
   */
  public Settings(Locale language) {
    this.language = language;
    this.words = new Messages(Settings.class, "Messages", language);
    this.narration = new Messages(Messages.class, "Messages", language);
    this.explanations = Explanations.in(language);
  }

  public Feedback feedback() {
    return notes.level();
  }

  public void feedback(Feedback level) {
    notes.level(level);
  }

  /** Which notes are told of what happens; the feedback is its level. */
  public NoteChoice notes() {
    return notes;
  }

  public ColorMode color() {
    return color;
  }

  public void color(ColorMode mode) {
    color = mode;
  }

  /** What programs of the next session take their standard output for. */
  public StandardOutput output() {
    return output;
  }

  public void output(StandardOutput kind) {
    output = kind;
  }

  /** Whether instructions are interpreted, even where they could be machine code. */
  public boolean interprets() {
    return interprets;
  }

  public void interprets(boolean wanted) {
    interprets = wanted;
  }

  /** How many live processes there may be. */
  public int limit() {
    return limit;
  }

  public void limit(int processes) {
    limit = processes;
  }

  /** How drawings are made. */
  public Drawing drawing() {
    return drawing;
  }

  public void drawing(Drawing kind) {
    drawing = kind;
  }

  public Locale language() {
    return language;
  }

  public void language(Locale chosen) {
    language = chosen;
    words = new Messages(Settings.class, "Messages", chosen);
    narration = new Messages(Messages.class, "Messages", chosen);
    explanations = Explanations.in(chosen);
  }

  /** What the prompt says. */
  public Messages words() {
    return words;
  }

  /** What is said of processes. */
  public Messages narration() {
    return narration;
  }

  /** What can be said about calls, signals, errors, states and notes. */
  public Explanations explanations() {
    return explanations;
  }

  /** Words for one session, which remembers what it has said. */
  Wording wording(Screen screen) {
    return new Wording(
        this::narration,
        this::explanations,
        notes,
        () -> drawing != Drawing.AUTO ? drawing : screen.isUnicode() ? Drawing.BOX : Drawing.ASCII);
  }
}
