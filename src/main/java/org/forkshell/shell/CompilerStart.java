package org.forkshell.shell;

import org.forkshell.language.Includes;
import org.forkshell.language.Language;
import org.jspecify.annotations.Nullable;

/**
 * A compiler that starts in the background, reading its headers while the banner is printed; who
 * needs it waits for it.
 */
public final class CompilerStart {
  private final Language language;
  private final Thread thread;
  private volatile @Nullable LineCompiler compiler;
  private volatile @Nullable Throwable failure;

  public CompilerStart(Language language, Includes includes) {
    this.language = language;
    thread =
        new Thread(
            () -> {
              try {
                compiler = new LineCompiler(language, includes);
              } catch (RuntimeException | Error e) {
                failure = e;
              }
            },
            "compiler start");
    thread.setDaemon(true);
    thread.start();
  }

  /** The language, which nobody needs to wait for. */
  Language language() {
    return language;
  }

  LineCompiler get() {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    LineCompiler made = compiler;
    if (made == null) {
      throw new AssertionError("the compiler did not start", failure);
    }
    return made;
  }
}
