package org.forkshell.cli;

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
  private static final String END = "\001end\001";

  /** Where in the buffer the terminal's name stands. */
  private static final int NAME = 1 << 15;

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
    posix.libc().ptsname_r(master, buffer.address() + NAME, 100);
    StringBuilder terminal = new StringBuilder();
    for (int i = NAME; buffer.buffer().get(i) != 0; i++) {
      terminal.append((char) buffer.buffer().get(i));
    }
    posix.libc().tcgetattr(master, buffer.address());
    buffer.buffer().putInt(OUTPUT_FLAGS, buffer.buffer().getInt(OUTPUT_FLAGS) & ~OPOST);
    posix.libc().tcsetattr(master, 0, buffer.address());
    // Somebody keeps the terminal open: what was written last before the last has closed it can be
    // lost. So its end is told by a mark, and that all have ended by a pipe.
    int slave = posix.libc().open(buffer.address() + NAME, O_RDWR_NOCTTY, 0);
    Process shell =
        run(
            program,
            "{ (exec \"$0\" 9>&1 >"
                + terminal
                + " 2>>\"$0.err\"); echo $? >\"$0.status\"; } | cat >/dev/null");
    shell
        .onExit()
        .thenRun(
            () -> {
              Posix.Native mark = Posix.cString(END);
              posix.libc().write(slave, mark.address(), END.length());
            });
    StringBuilder out = new StringBuilder();
    long got = 1;
    while (got > 0 && out.indexOf(END) < 0) {
      got = posix.libc().read(master, buffer.address(), NAME);
      byte[] bytes = new byte[(int) Math.max(got, 0)];
      buffer.buffer().get(0, bytes);
      out.append(new String(bytes, StandardCharsets.ISO_8859_1));
    }
    posix.libc().close(slave);
    posix.libc().close(master);
    await(shell);
    return result(program, out.toString().replace(END, ""));
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
    if (!shell.waitFor(180, TimeUnit.SECONDS)) {
      shell.destroyForcibly();
      throw new AssertionError("the compiled program does not end");
    }
  }

  private static Result result(Path program, String out) throws IOException {
    return new Result(
        Integer.parseInt(read(program, ".status").strip()), out, read(program, ".err"));
  }
}
