package org.forkshell.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import org.forkshell.cli.ProcessTable;
import org.forkshell.process.WaitStatus;
import org.junit.jupiter.api.Test;

class ProcessStatusTest {
  @Test
  void whoStillLivesHasNoEndAndAZombieHasItsOwn() throws Exception {
    // The shell becomes a program that collects nobody, and its child waits for the pipe's end.
    Process parent =
        new ProcessBuilder(
                "sh", "-c", "exec 3<&0; { read l <&3; exit 3; } & echo $!; exec sleep 1000 3<&-")
            .start();
    try (BufferedReader output = parent.inputReader()) {
      int child = Integer.parseInt(output.readLine());
      ProcessStatus alive = ProcessStatus.read(child).orElseThrow();
      assertThat(alive.isZombie()).isFalse();
      assertThat(alive.end()).isNull();

      // A shell would collect its child.
      int pid = (int) parent.pid();
      ProcessTable.await(
          () -> ProcessStatus.nameOf(pid).equals("sleep"), () -> ProcessStatus.nameOf(pid));
      parent.getOutputStream().close();
      ProcessTable.await(() -> read(child).isZombie(), () -> "still " + read(child));
      assertThat(read(child).end()).isEqualTo(WaitStatus.ofExit(3));
    } finally {
      parent.destroyForcibly().waitFor();
    }
  }

  private static ProcessStatus read(int pid) {
    return ProcessStatus.read(pid).orElseThrow();
  }
}
