package org.forkshell.tutor;

import java.util.Optional;
import org.forkshell.abi.AddressSpace;
import org.forkshell.codegen.Symbols;
import org.forkshell.execution.ProcessStatus;
import org.forkshell.lesson.Observation;
import org.forkshell.process.KernelWait;
import org.forkshell.process.ProcessTree;
import org.forkshell.shell.Family;
import org.forkshell.shell.LineCompiler;
import org.jspecify.annotations.Nullable;

/** What a lesson asks about a family of the prompt, from the kernel and from processes' memory. */
final class LiveProcesses implements Observation.Live {
  private final Family family;
  private final LineCompiler compiler;

  LiveProcesses(Family family, LineCompiler compiler) {
    this.family = family;
    this.compiler = compiler;
  }

  @Override
  public long reaper() {
    return family.reaper();
  }

  @Override
  public Optional<String> variable(String name, int pid) {
    return global(name).map(variable -> family.text(variable, pid));
  }

  @Override
  public Optional<Long> address(String name) {
    return global(name).map(variable -> AddressSpace.ORIGIN + variable.offset());
  }

  private Optional<Symbols.Global> global(String name) {
    return compiler.variables().stream().filter(one -> one.name().equals(name)).findFirst();
  }

  @Override
  public Optional<Character> state(int pid) {
    return family.inspector().status(pid).map(ProcessStatus::state);
  }

  @Override
  public Optional<Integer> threads(int pid) {
    return family.inspector().status(pid).map(ProcessStatus::threads);
  }

  @Override
  public @Nullable KernelWait kernelWait(int pid, ProcessTree tree) {
    return family.waits().of(pid);
  }
}
