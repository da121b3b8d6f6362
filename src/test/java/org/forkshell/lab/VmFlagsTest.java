package org.forkshell.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
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

  @Test
  void compilerCanBeStopped() {
    assertThat(
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .getVMOption("UseCompiler"))
        .isNotNull();
  }

  @Test
  void unknownFlagIsNotFound() {
    assertThat(flags.clear("NoSuchFlag")).isFalse();
  }
}
