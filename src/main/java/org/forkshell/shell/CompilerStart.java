package org.forkshell.shell;

import java.util.function.Supplier;
import org.forkshell.language.Includes;
import org.forkshell.language.c.StandardLibrary;
import org.forkshell.language.c.parse.ProgramParser;
import org.jspecify.annotations.Nullable;

/**
 * A compiler that reads its headers in the background while the banner is printed; who needs it
 * waits for it.
 */
public final class CompilerStart implements Supplier<LineCompiler> {
  private final Thread thread;
  private volatile @Nullable LineCompiler compiler;
  private volatile @Nullable Throwable failure;

  public CompilerStart(ProgramParser language, Includes includes) {
    thread =
        new Thread(
            () -> {
              try {
                compiler = new LineCompiler(language, new StandardLibrary(language), includes);
              } catch (RuntimeException | Error e) {
                failure = e;
              }
            },
            "compiler start");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public LineCompiler get() {
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
