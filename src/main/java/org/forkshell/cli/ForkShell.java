package org.forkshell.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code forkshell} without a subcommand: the prompt, or a script. */
@Command(
    name = "forkshell",
    mixinStandardHelpOptions = true,
    version = "ForkShell 0.1",
    resourceBundle = "org.forkshell.cli.Usage")
final class ForkShell implements Callable<Integer> {
  private final LabStart lab;

  ForkShell(LabStart lab) {
    this.lab = lab;
  }

  @Override
  public Integer call() {
    return 0;
  }
}
