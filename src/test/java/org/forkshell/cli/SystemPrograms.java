package org.forkshell.cli;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
      there = new ProcessBuilder("cc", "--version").redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
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

  /** Runs a program until all its processes have closed standard output and error. */
  Result runThroughPipe(Path program) throws IOException, InterruptedException {
    Process process = builder(program).start();
    ErrorReader err = new ErrorReader(process.getErrorStream());
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    return result(process, out, err);
  }

  /** The same with a terminal as standard output, one that passes bytes on as they are. */
  Result runOnTerminal(Path program) throws IOException, InterruptedException {
    int master = posix.libc().posix_openpt(O_RDWR_NOCTTY);
    posix.libc().grantpt(master);
    posix.libc().unlockpt(master);
    posix.libc().ptsname_r(master, buffer.address(), 100);
    StringBuilder name = new StringBuilder();
    for (int i = 0; buffer.buffer().get(i) != 0; i++) {
      name.append((char) buffer.buffer().get(i));
    }
    posix.libc().tcgetattr(master, buffer.address());
    buffer.buffer().putInt(OUTPUT_FLAGS, buffer.buffer().getInt(OUTPUT_FLAGS) & ~OPOST);
    posix.libc().tcsetattr(master, 0, buffer.address());
    Process process = builder(program).redirectOutput(new File(name.toString())).start();
    ErrorReader err = new ErrorReader(process.getErrorStream());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    long got;
    // EIO when the last process has left the terminal.
    while ((got = posix.libc().read(master, buffer.address(), buffer.buffer().capacity())) > 0) {
      byte[] bytes = new byte[(int) got];
      buffer.buffer().get(0, bytes);
      out.writeBytes(bytes);
    }
    posix.libc().close(master);
    return result(process, out.toString(StandardCharsets.ISO_8859_1), err);
  }

  private static ProcessBuilder builder(Path program) {
    // What a JVM ignores, SIGPIPE, its children would ignore too; and no core files.
    ProcessBuilder builder =
        new ProcessBuilder(List.of("/usr/bin/env", "--default-signal", "/bin/sh", "-c", "ulimit -c 0; exec " + program));
    builder.redirectInput(new File("/dev/null"));
    builder.environment().clear();
    return builder;
  }

  private static Result result(Process process, String out, ErrorReader err)
      throws InterruptedException {
    String errors = err.text();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("the compiled program does not end");
    }
    return new Result(process.exitValue(), out, errors);
  }

  /** Reads to the end in a thread of its own. */
  private static final class ErrorReader extends Thread {
    private final InputStream from;
    private final StringBuffer text = new StringBuffer();

    ErrorReader(InputStream from) {
      this.from = from;
      start();
    }

    @Override
    public void run() {
      try {
        text.append(new String(from.readAllBytes(), StandardCharsets.ISO_8859_1));
      } catch (IOException e) {
        text.append(e);
      }
    }

    String text() throws InterruptedException {
      join();
      return text.toString();
    }
  }
}
