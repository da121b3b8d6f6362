package org.forkshell.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.forkshell.posix.Posix;
import org.junit.jupiter.api.Test;

class VmFlagsTest {
  private final VmFlags flags = new VmFlags(Posix.load());

  /** A flag that matters to nobody, instead of the one that stops the compiler. */
  @Test
  void flagIsOffWhenItWasCleared() {
    HotSpotDiagnosticMXBean vm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    assertThat(vm.getVMOption("PrintWarnings").getValue()).isEqualTo("true");

    assertThat(flags.clear("PrintWarnings")).isTrue();

    assertThat(vm.getVMOption("PrintWarnings").getValue()).isEqualTo("false");
  }

  /** In a JVM of its own, since this one goes on to need its compiler. */
  @Test
  void compilerIsStoppedForGood() throws Exception {
    Process jvm =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+PrintCompilation",
                "-cp",
                System.getProperty("java.class.path"),
                WithoutCompiler.class.getName())
            .redirectErrorStream(true)
            .start();
    String said = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(jvm.waitFor()).as(said).isZero();
    assertThat(said).contains("WithoutCompiler::before").doesNotContain("WithoutCompiler::after");
  }

  /** Works hard before its compiler is stopped, and after. */
  static final class WithoutCompiler {
    private static final int ROUNDS = 200_000;

    private WithoutCompiler() {}

    public static void main(String[] arguments) throws InterruptedException {
      long sum = 0;
      for (int i = 0; i < ROUNDS; i++) {
        sum += before(i);
      }
      if (!new VmFlags(Posix.load()).clear("UseCompiler")) {
        System.exit(2);
      }
      for (int i = 0; i < ROUNDS; i++) {
        sum += after(i);
      }
      System.exit(sum == 0 ? 3 : 0);
    }

    private static int before(int i) {
      return i ^ 5;
    }

    private static int after(int i) {
      return i ^ 7;
    }
  }

  @Test
  void unknownFlagIsNotFound() {
    assertThat(flags.clear("NoSuchFlag")).isFalse();
  }
}
