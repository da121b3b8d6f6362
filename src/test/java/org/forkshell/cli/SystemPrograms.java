package org.forkshell.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.forkshell.posix.Posix;
import org.junit.jupiter.api.Assumptions;

/** C programs compiled by the system's own compiler and run as they are. */
final class SystemPrograms {
  private static final int O_RDWR_NOCTTY = 2 | 0x100;
  private static final int OPOST = 1;
  private static final int OUTPUT_FLAGS = 4;

  private final Posix posix = Posix.load();
  private final Posix.Native buffer = Posix.allocate(1 << 16);

  /**
   * What came out of a run.
   *
   * @param status as a shell would report it
   */
  record Result(int status, String out, String err) {}

  /** Skips the test where there is no compiler. */
  static void assumeCompiler() throws InterruptedException {
    boolean there;
    try {
      there =
          new ProcessBuilder("cc", "--version").redirectOutput(Redirect.DISCARD).start().waitFor()
              == 0;
    } catch (IOException e) {
      there = false;
    }
    Assumptions.assumeTrue(there, "there is no C compiler \"cc\" to compare with");
  }

  /** Compiles a file of C. */
  static Path compile(Path file) throws IOException, InterruptedException {
    Path program = Path.of(file.toString().replaceAll("\\.c$", ""));
    Process cc =
        new ProcessBuilder("cc", "-std=gnu17", "-w", "-o", program.toString(), file.toString())
            .redirectErrorStream(true)
            .start();
    String messages = new String(cc.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (cc.waitFor() != 0) {
      throw new AssertionError(messages);
    }
    return program;
  }

  /** Runs a program until all its processes have closed the pipe. */
  Result runThroughPipe(Path program) throws IOException, InterruptedException {
    Process shell =
        run(program, "{ (exec \"$0\" 2>>\"$0.err\"); echo $? >\"$0.status\"; } | cat >\"$0.out\"");
    await(shell);
    return result(program, read(program, ".out"));
  }

  /** The same with a terminal as standard output, one that passes bytes on as they are. */
  Result runOnTerminal(Path program) throws IOException, InterruptedException {
    int master = posix.libc().posix_openpt(O_RDWR_NOCTTY);
    posix.libc().grantpt(master);
    posix.libc().unlockpt(master);
    posix.libc().ptsname_r(master, buffer.address(), 100);
    StringBuilder terminal = new StringBuilder();
    for (int i = 0; buffer.buffer().get(i) != 0; i++) {
      terminal.append((char) buffer.buffer().get(i));
    }
    posix.libc().tcgetattr(master, buffer.address());
    buffer.buffer().putInt(OUTPUT_FLAGS, buffer.buffer().getInt(OUTPUT_FLAGS) & ~OPOST);
    posix.libc().tcsetattr(master, 0, buffer.address());
    Process shell =
        run(program, "(exec \"$0\" >" + terminal + " 2>>\"$0.err\"); echo $? >\"$0.status\"");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    long got;
    // EIO when the last process has left the terminal; until the first has come, it waits.
    while ((got = posix.libc().read(master, buffer.address(), buffer.buffer().capacity())) > 0) {
      byte[] bytes = new byte[(int) got];
      buffer.buffer().get(0, bytes);
      out.writeBytes(bytes);
    }
    posix.libc().close(master);
    await(shell);
    return result(program, out.toString(StandardCharsets.ISO_8859_1));
  }

  /** Starts a shell with the signals and limits that a terminal would give it. */
  private static Process run(Path program, String line) throws IOException {
    for (String left : new String[] {".out", ".err", ".status"}) {
      Files.deleteIfExists(Path.of(program + left));
    }
    ProcessBuilder builder =
        new ProcessBuilder(
            "/usr/bin/env",
            "-i",
            "--default-signal",
            "/bin/sh",
            "-c",
            "ulimit -c 0; " + line,
            program.toString());
    // The shell tells of signals on its standard error.
    return builder
        .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
        .redirectOutput(Redirect.DISCARD)
        .redirectError(Redirect.DISCARD)
        .start();
  }

  private static String read(Path program, String ending) throws IOException {
    return Files.readString(Path.of(program + ending), StandardCharsets.ISO_8859_1);
  }

  private static void await(Process shell) throws InterruptedException {
    if (!shell.waitFor(30, TimeUnit.SECONDS)) {
      shell.destroyForcibly();
      throw new AssertionError("the compiled program does not end");
    }
  }

  private static Result result(Path program, String out) throws IOException {
    return new Result(
        Integer.parseInt(read(program, ".status").strip()), out, read(program, ".err"));
  }
}
