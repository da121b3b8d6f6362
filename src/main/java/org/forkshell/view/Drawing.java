package org.forkshell.view;

/** How drawings are made. */
public enum Drawing {
  /** With lines where the terminal has them, else with ASCII. */
  AUTO,
  BOX,
  ASCII,
  /** In sentences, for those who listen to the screen. */
  WORDS
}
