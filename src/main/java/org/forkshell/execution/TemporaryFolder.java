package org.forkshell.execution;

import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A folder for the user's eyes only that does not outlive this process, however that ends: it
 * belongs to a shell that waits for the end of a pipe and then removes it. Nothing that this
 * process could do itself happens after SIGKILL.
 *
 * <p>Where this process ends without closing the folder, whoever is still working in it, as an
 * editor, goes as well: every process whose command line names the folder.
 */
public final class TemporaryFolder implements AutoCloseable {
  /** Signals of the terminal are not for the shell, which has to be the last to go. */
  private static final String SHELL =
      """
      # In a session of its own, so that a signal for the console's whole group is not for it.
      [ $# = 2 ] || ! command -v setsid >/dev/null || exec setsid /bin/sh -c "$1" sh "$1" again
      trap '' HUP INT QUIT TERM TSTP
      umask 077
      folder=$(mktemp -d "${TMPDIR:-/tmp}/forkshell.XXXXXX") || exit 1
      printf '%s\\n' "$folder"
      exec >/dev/null
      cd /
      # The name does not stand on grep's own command line.
      users() { printf '%s' "$folder" | grep -lF -f - /proc/[0-9]*/cmdline; }
      end() {
        for file in $(users); do
          pid=${file#/proc/}
          kill "-$1" "${pid%/cmdline}"
        done
      }
      if ! read -r closed; then
        end HUP
        rounds=0
        while [ $rounds -lt 10 ] && [ -n "$(users)" ]; do
          sleep 0.1
          rounds=$((rounds + 1))
        done
        end KILL
      fi
      rm -rf "$folder"
      """;

  /** What starting a process with its input and output here opens, for a moment. */
  private static final int DESCRIPTORS = 9;

  private final Process shell;
  private final Path path;

  /** Makes one where {@code TMPDIR} says, or in {@code /tmp}. */
  public TemporaryFolder() throws IOException {
    needDescriptors(DESCRIPTORS);
    ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", SHELL, "sh", SHELL);
    builder.environment().put("LC_ALL", "C");
    shell = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String name =
        new BufferedReader(new InputStreamReader(shell.getInputStream(), StandardCharsets.UTF_8))
            .readLine();
    if (name == null) {
      throw new IOException("mktemp cannot make a folder for temporary files");
    }
    path = Path.of(name);
  }

  /**
   * A Java 17 that starts a process and gets no descriptor for one of its pipes closes descriptor 0
   * as well: standard input, the learner's terminal. So it is known before whether there are as
   * many.
   */
  private static void needDescriptors(int count) throws IOException {
    if (count > 0) {
      try (InputStream one = new FileInputStream("/dev/null")) {
        needDescriptors(count - 1);
      }
    }
  }

  public Path path() {
    return path;
  }

  /** Removes it with all that is in it. */
  @Override
  public void close() throws IOException {
    try (OutputStream pipe = shell.getOutputStream()) {
      pipe.write('\n');
    }
    boolean interrupted = false;
    while (shell.isAlive()) {
      try {
        shell.waitFor();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
