package org.forkshell.kernel;

import org.forkshell.abi.AddressSpace;
import org.forkshell.abi.SystemCall;
import org.forkshell.machine.Machine;
import org.forkshell.machine.Machine.Stop;

/** The loop that runs a machine: the only one, whatever the kernel. */
public final class Driver {
  /**
   * Jumps back and calls between two looks around, some 20 to 200 microseconds. Machine code nests
   * no more calls than that on its thread's own stack, of up to 16 bytes each.
   */
  private static final int FUEL = 16_384;

  private static final int ROUNDS_BETWEEN_LOOKS = 8192;
  private static final SystemCall[] CALLS = SystemCall.values();

  private final Kernel kernel;
  private final Gate gate;

  public Driver(Kernel kernel, Gate gate) {
    this.kernel = kernel;
    this.gate = gate;
  }

  /**
   * Runs a task from where its machine stands.
   *
   * @return {@link Answer#DONE} when it has come to its end or has given up, {@link Answer#WAIT}
   *     when its call has to wait and the machine stands at it, {@link Answer#GONE} when it exists
   *     no more
   */
  public Answer run(Task task) {
    Machine machine = task.machine();
    int rounds = 0;
    while (true) {
      Stop stop = machine.run(FUEL);
      Answer answer =
          switch (stop) {
            case HALTED -> {
              yield Answer.DONE;
            }
            case SYSTEM_CALL -> call(task);
            case MEMORY_FAULT -> kernel.fault(task, Fault.MEMORY, machine.faultAddress());
            case DIVISION_FAULT -> kernel.fault(task, Fault.DIVISION, here(machine));
            case NO_INSTRUCTION -> kernel.fault(task, Fault.NO_INSTRUCTION, here(machine));
            case RACE -> {
              kernel.race(task);
              yield Answer.DONE;
            }
            case UNSAFE_CALL -> {
              kernel.unsafeCall(task);
              yield Answer.DONE;
            }
            case FUEL -> {
              kernel.pause(task);
              yield Answer.DONE;
            }
            case BUSY -> {
              kernel.yield(task);
              yield Answer.DONE;
            }
          };
      if (stop == Stop.HALTED || answer == Answer.WAIT || answer == Answer.GONE) {
        return answer;
      }
      if (stop == Stop.FUEL && ++rounds % ROUNDS_BETWEEN_LOOKS == 0) {
        kernel.computes(task);
      }
      if (kernel.isInterrupted(task)) {
        kernel.interrupted(task);
        machine.enter(AddressSpace.HALT);
        return Answer.DONE;
      }
      if (kernel.isSignalled(task)) {
        kernel.deliver(task);
        learn(task);
      }
    }
  }

  /** What others may learn from the kernel is ordered after what this one has done. */
  private void publish(Task task) {
    Machine machine = task.machine();
    while (!machine.races().publish(machine.racing())) {
      kernel.yield(task);
    }
  }

  private void learn(Task task) {
    Machine machine = task.machine();
    while (!machine.races().learn(machine.racing())) {
      kernel.yield(task);
    }
  }

  private static long here(Machine machine) {
    return machine.codeOffset() + AddressSpace.ORIGIN;
  }

  /** Takes the call to the kernel and the answer back. */
  private Answer call(Task task) {
    Machine machine = task.machine();
    SystemCall call = CALLS[machine.systemCall()];
    task.call(call);
    if (call.isVisible()) {
      gate.await(task, call);
    }
    publish(task);
    Answer answer = kernel.call(task, call);
    if (answer == Answer.DONE && machine.races().isOn() && call.row().tellsOfOthers()) {
      learn(task);
    }
    switch (answer) {
      case DONE -> machine.result(task.value());
      case FAILED -> {
        machine.errno(task.errno());
        machine.result(call.row().failed());
      }
      case AGAIN, WAIT -> machine.repeat();
      case GONE -> {}
    }
    return answer;
  }
}
