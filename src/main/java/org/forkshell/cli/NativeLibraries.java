package org.forkshell.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.forkshell.posix.Posix;
import org.forkshell.terminal.Console;

/**
 * Lays the native libraries beside the jar, where the launcher tells jffi and JLine to look.
 * Without that both JVMs unpack theirs at every start into the directory for temporary files, which
 * takes time, and where a JVM that is killed leaves them.
 */
final class NativeLibraries {
  private NativeLibraries() {}

  static void unpack(Path directory) throws IOException {
    String jffi = Posix.nativeLibrary();
    // jffi looks in a directory of the machine's name, JLine does not.
    copy(jffi, directory.resolve(Path.of(jffi).getName(1)));
    copy(Console.nativeLibrary(), directory);
  }

  private static void copy(String entry, Path directory) throws IOException {
    Files.createDirectories(directory);
    String name = entry.substring(entry.lastIndexOf('/') + 1);
    Path unfinished = directory.resolve(name + "." + ProcessHandle.current().pid());
    try (InputStream library = NativeLibraries.class.getResourceAsStream(entry)) {
      if (library == null) {
        throw new FileNotFoundException(entry);
      }
      Files.copy(library, unfinished, StandardCopyOption.REPLACE_EXISTING);
    }
    Files.move(unfinished, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }
}
