package org.forkshell.process;

import java.util.List;

/**
 * What a process waits for in the kernel, by the kernel's word, and who could end the wait.
 *
 * @param reason what kind of thing it waits for, {@code data} or {@code file-lock}, with what is
 *     known of it after a dot, {@code opening.writer}
 * @param subject which one: a descriptor, a file, the number of a queue; empty where there is none
 * @param enders who could end it, as far as the kernel tells; the process itself among them where
 *     only it could
 * @param details what else the kernel says, as the reason has it: the address of a socket, the type
 *     of a message
 */
public record KernelWait(String reason, String subject, List<Ender> enders, List<String> details) {
  /** A wait of which no more is known. */
  public KernelWait(String reason, String subject, List<Ender> enders) {
    this(reason, subject, enders, List.of());
  }

  /**
   * Somebody who could end a wait.
   *
   * @param descriptor by which descriptor; -1 where it takes none
   */
  public record Ender(int pid, int descriptor) {}
}
