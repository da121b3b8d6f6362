package org.forkshell.process;

import java.util.List;

/**
 * What a process waits for in the kernel, by the kernel's word, and who could end the wait.
 *
 * @param reason what kind of thing it waits for, {@code data} or {@code file-lock}
 * @param subject which one: a descriptor, a file, the number of a queue; empty where there is none
 * @param enders who could end it, as far as the kernel tells; the process itself among them where
 *     only it could
 */
public record KernelWait(String reason, String subject, List<Ender> enders) {
  /**
   * Somebody who could end a wait.
   *
   * @param descriptor by which descriptor; -1 where it takes none
   */
  public record Ender(int pid, int descriptor) {}
}
