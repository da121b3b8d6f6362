package org.forkshell.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jline.nativ.CLibrary;

/** The standard descriptors of this process, as the kernel knows them. */
public enum Descriptor {
  INPUT,
  OUTPUT,
  ERROR;

  /** Whether it leads to a terminal: the kernel's name for it says so. */
  public boolean isTerminal() {
    try {
      String name =
          Files.readSymbolicLink(Path.of("/proc/self/fd", String.valueOf(ordinal()))).toString();
      return name.startsWith("/dev/pts/")
          || name.startsWith("/dev/tty")
          || name.equals("/dev/console");
    } catch (IOException e) {
      return false;
    }
  }

  /** How many columns the terminal has that it leads to now, 0 where it leads to none. */
  public int width() {
    if (!isTerminal()) {
      return 0;
    }
    try {
      CLibrary.WinSize size = new CLibrary.WinSize();
      return CLibrary.ioctl(ordinal(), CLibrary.TIOCGWINSZ, size) == 0
          ? Short.toUnsignedInt(size.ws_col)
          : 0;
    } catch (LinkageError noNativeCode) {
      return 0;
    }
  }
}
