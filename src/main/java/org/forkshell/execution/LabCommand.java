package org.forkshell.execution;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the frozen JVM is started. Each flag is there because forked children hung, or forks were
 * slow, without it.
 *
 * @param archive the class-data archive to use, null for none
 * @param classList where the JVM is to write which classes it loads, null for nowhere
 * @param classPath where its classes are
 */
public record LabCommand(@Nullable Path archive, @Nullable Path classList, String classPath) {
  private static final String MAIN = "org.forkshell.lab.Zygote";

  /** Where jffi finds its native library, so that it need not unpack it. */
  private static final String LIBRARIES = "jffi.boot.library.path";

  /** The variable in the zygote's environment that names the console's sockets. */
  static final String SOCKET = "FORKSHELL_SOCKET";

  /**
   * A JVM that cannot start, for want of threads or memory, says so in words of its own, with a
   * stack trace. So its standard output and error are elsewhere until the zygote's main takes them
   * back from these numbers.
   */
  private static final List<String> SILENTLY =
      List.of("/bin/sh", "-c", "exec 3>&1 4>&2 >/dev/null 2>&1 \"$@\"", "sh");

  private static final Path SETPRIV = Path.of("/usr/bin/setpriv");

  private static final int JAVA = Runtime.version().feature();

  /** The command for this JVM's own classes, without an archive of them. */
  public LabCommand() {
    this(null, null, System.getProperty("java.class.path"));
  }

  /**
   * The command for this installation: with the archive that the launcher says there is, if any.
   */
  public static LabCommand here() {
    return new LabCommand(
        file("forkshell.archive"),
        file("forkshell.classes"),
        System.getProperty("java.class.path"));
  }

  private static @Nullable Path file(String property) {
    String name = System.getProperty(property);
    return name == null ? null : Path.of(name);
  }

  /**
   * The machine, and what each system call, what is told of it and what is written go through on
   * their way to the kernel and back; not the locks of threads, of which the rare branches cannot
   * be rehearsed in compiled form.
   */
  private static final List<String> COMPILED =
      List.of(
          "org.forkshell.machine.*::*",
          "org.forkshell.kernel.Driver::*",
          "org.forkshell.kernel.Task::*",
          "org.forkshell.kernel.linux.Arguments::*",
          "org.forkshell.kernel.linux.CallGroup*::*",
          "org.forkshell.kernel.linux.Cancellation::*",
          "org.forkshell.kernel.linux.Descriptors::*",
          "org.forkshell.kernel.linux.EventSender::*",
          "org.forkshell.kernel.linux.LinuxKernel::*",
          "org.forkshell.kernel.linux.SignalHandlers::is*",
          "org.forkshell.kernel.linux.SignalHandlers::cancels",
          "org.forkshell.kernel.linux.StandardStream::*",
          "org.forkshell.kernel.linux.ThreadEvents::tell*",
          "org.forkshell.kernel.linux.TransferCalls::*",
          "org.forkshell.posix.Libc*::*",
          "org.forkshell.posix.SignalGate::call",
          "org.forkshell.posix.WaitingCalls::*");

  /** The command with the arguments of the zygote's main. */
  List<String> line(String... arguments) {
    List<String> line = new ArrayList<>(wakeWhenOrphaned());
    line.addAll(SILENTLY);
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // No collector: a forked child has no thread that could collect.
    line.addAll(
        List.of("-XX:+UnlockExperimentalVMOptions", "-XX:+UseEpsilonGC", "-Xms48m", "-Xmx256m"));
    // Little is compiled, before the first fork.
    line.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1", "-XX:CompileCommand=quiet", "-XX:-DontCompileHugeMethods"));
    for (String compiled : COMPILED) {
      line.add("-XX:CompileCommand=CompileThresholdScaling," + compiled + ",0.05");
      line.add("-XX:CompileCommand=compileonly," + compiled);
    }
    // What is compiled does not depend on how busy the machine is: a long queue does not make the
    // compiler ask for more calls, and it gives up nothing that has waited.
    line.add("-XX:Tier3LoadFeedback=1000000");
    line.add("-XX:TieredCompileTaskTimeout=1000000");
    // No signal handlers of the JVM's own, no periodic work.
    line.addAll(
        List.of(
            "-Xrs",
            "-XX:-UsePerfData",
            "-XX:+DisableAttachMechanism",
            "-XX:-CreateCoredumpOnCrash",
            // Not hs_err_pid*.log in the user's directory.
            "-XX:ErrorFile=/dev/null",
            "-XX:ReplayDataFile=/dev/null",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:GuaranteedSafepointInterval=0"));
    // Programs may open as many files as the user's limit says, not as many as it could be raised
    // to.
    line.add("-XX:-MaxFDLimit");
    // Less dirty memory, so that a fork and what comes after it have less to copy.
    line.addAll(
        List.of(
            "-XX:ArchiveRelocationMode=0",
            // Every call of a native method writes to that many pages of the stack: the least.
            "-XX:StackShadowPages=10",
            "-XX:+UseTransparentHugePages",
            "-Xlog:disable",
            "-Xlog:all=off:stderr"));
    if (JAVA >= 24) {
      line.addAll(
          List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
    }
    String libraries = System.getProperty(LIBRARIES);
    if (libraries != null) {
      line.add("-D" + LIBRARIES + "=" + libraries);
    }
    if (archive != null && archive.toFile().length() > 0) {
      line.addAll(List.of("-Xshare:auto", "-XX:SharedArchiveFile=" + archive));
    }
    if (classList != null) {
      line.add("-XX:DumpLoadedClassList=" + classList);
    }
    line.addAll(List.of("-cp", classPath, MAIN));
    line.addAll(List.of(arguments));
    return line;
  }

  /**
   * A JVM that was stopped before it could ask for a signal at its parent's death, while the
   * console was killed, would stay for ever: setpriv(1) asks before it becomes the JVM. Releases of
   * util-linux before 2.33 do not know how, and some systems have another setpriv.
   */
  private static List<String> wakeWhenOrphaned() {
    try {
      boolean knows =
          new String(Files.readAllBytes(SETPRIV), StandardCharsets.ISO_8859_1)
              .contains("pdeathsig");
      return knows ? List.of(SETPRIV.toString(), "--pdeathsig", "CONT") : List.of();
    } catch (IOException none) {
      return List.of();
    }
  }
}
