package org.forkshell.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.forkshell.abi.AddressSpace;
import org.forkshell.abi.Opcode;
import org.forkshell.abi.Segment;
import org.forkshell.abi.SystemCall;
import org.forkshell.machine.Machine;
import org.forkshell.machine.Memory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A program of two calls, and a kernel that answers what it is told to. */
class DriverTest {
  private static final int FRAME = 256;
  private static final int ARGUMENTS = 128;

  private final Memory memory = Memory.anywhere();
  private final Machine machine = new Machine(memory);
  private final Task task = new Task(machine);
  private final List<String> happened = new ArrayList<>();
  private final Deque<Answer> answers = new ArrayDeque<>();
  private boolean signalled;
  private boolean interrupted;

  private final Kernel kernel =
      new Kernel() {
        @Override
        public Answer call(Task task, SystemCall call) {
          happened.add(call.name());
          Answer answer = answers.isEmpty() ? Answer.DONE : answers.poll();
          return switch (answer) {
            case DONE -> task.done(7);
            case FAILED -> task.failed(11);
            default -> answer;
          };
        }

        @Override
        public Answer fault(Task task, Fault fault, long address) {
          happened.add(fault + " at " + address);
          return Answer.GONE;
        }

        @Override
        public boolean isSignalled(Task task) {
          return signalled;
        }

        @Override
        public void deliver(Task task) {
          signalled = false;
          happened.add("handler");
        }

        @Override
        public boolean isInterrupted(Task task) {
          return interrupted;
        }

        @Override
        public void interrupted(Task task) {
          happened.add("gives up");
        }
      };

  private final Driver driver =
      new Driver(kernel, (passing, call) -> happened.add("gate " + call.name()));

  @BeforeEach
  void load() {
    memory.put(new Segment(AddressSpace.CODE, program()));
    machine.enter(AddressSpace.CODE);
  }

  @AfterEach
  void free() {
    memory.free();
  }

  /** getpid(); read(); and its result at the top of the frame. */
  private static byte[] program() {
    ByteBuffer code = ByteBuffer.allocate(Opcode.SIZE * 4).order(ByteOrder.nativeOrder());
    emit(code, Opcode.ENTER, FRAME, 0);
    emit(code, Opcode.SYSTEM, ARGUMENTS, SystemCall.getpid.ordinal());
    emit(code, Opcode.SYSTEM, ARGUMENTS, SystemCall.read.ordinal());
    emit(code, Opcode.HALT, 0, 0);
    return code.array();
  }

  private static void emit(ByteBuffer code, Opcode opcode, int a, int b) {
    code.putInt(opcode.ordinal()).putInt(a).putInt(b).putInt(0);
  }

  private long result() {
    return memory.peekLong(machine.framePointer() - ARGUMENTS);
  }

  @Test
  void onlyWhatOthersCanSeePassesTheGate() {
    assertThat(driver.run(task)).isEqualTo(Answer.DONE);
    assertThat(happened).containsExactly("getpid", "gate read", "read");
    assertThat(result()).isEqualTo(7);
  }

  @Test
  void failureSetsErrnoAndTheResultOfTheTable() {
    answers.addAll(List.of(Answer.DONE, Answer.FAILED));

    driver.run(task);

    assertThat(result()).isEqualTo(-1);
    assertThat(machine.errno()).isEqualTo(11);
  }

  @Test
  void callIsMadeAgainAfterTheHandler() {
    signalled = true;
    answers.add(Answer.AGAIN);

    driver.run(task);

    assertThat(happened).containsExactly("getpid", "handler", "getpid", "gate read", "read");
  }

  @Test
  void taskThatWaitsStandsAtItsCall() {
    answers.addAll(List.of(Answer.DONE, Answer.WAIT));

    assertThat(driver.run(task)).isEqualTo(Answer.WAIT);
    assertThat(task.call()).isEqualTo(SystemCall.read);
    happened.clear();

    assertThat(driver.run(task)).isEqualTo(Answer.DONE);
    assertThat(happened).containsExactly("gate read", "read");
  }

  @Test
  void taskThatIsGoneComputesNoMore() {
    answers.add(Answer.GONE);

    assertThat(driver.run(task)).isEqualTo(Answer.GONE);
    assertThat(happened).containsExactly("getpid");
  }

  @Test
  void lineIsGivenUpBetweenTwoCalls() {
    interrupted = true;

    assertThat(driver.run(task)).isEqualTo(Answer.DONE);
    assertThat(happened).containsExactly("getpid", "gives up");
  }

  @Test
  void faultIsTheKernelsAffair() {
    ByteBuffer code = ByteBuffer.allocate(Opcode.SIZE * 3).order(ByteOrder.nativeOrder());
    emit(code, Opcode.ENTER, FRAME, 0);
    emit(code, Opcode.LDI_L, -ARGUMENTS, 64);
    emit(code, Opcode.LD_L, -ARGUMENTS, -ARGUMENTS);
    memory.put(new Segment(AddressSpace.CODE, code.array()));

    assertThat(driver.run(task)).isEqualTo(Answer.GONE);
    assertThat(happened).containsExactly("MEMORY at 64");
  }
}
