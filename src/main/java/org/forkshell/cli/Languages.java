package org.forkshell.cli;

import org.forkshell.language.Language;
import org.forkshell.language.c.CLanguage;

/** The languages there are; nobody else names a front end. */
final class Languages {
  private Languages() {}

  /** The language of the prompt, and of programs. */
  static Language c() {
    return new CLanguage();
  }

  /** Whether a file of this name holds a program, and not lines for the prompt. */
  static boolean isProgram(String file) {
    return file.endsWith(CLanguage.EXTENSION);
  }
}
