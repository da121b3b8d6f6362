package org.forkshell.kernel.linux;

import java.util.Arrays;
import java.util.List;
import org.forkshell.abi.SystemCall;
import org.jspecify.annotations.Nullable;

/** The groups of calls that take more than their rows in the call table, and who is in which. */
final class CallGroups {
  /** The calls of each group, in the order in which a kernel has the groups. */
  private static final List<List<SystemCall>> CALLS =
      List.of(
          ProcessCalls.CALLS,
          ThreadCalls.CALLS,
          WaitCalls.CALLS,
          TimeCalls.CALLS,
          TransferCalls.CALLS,
          FileCalls.CALLS,
          SharingCalls.CALLS,
          SocketCalls.CALLS,
          MessageCalls.CALLS,
          TerminalCalls.CALLS,
          TraceCalls.CALLS,
          SignalCalls.CALLS);

  /** Which of them a call is in, or {@link #NO_GROUP}: a table for all threads. */
  private static final byte[] GROUP_OF = groupOf();

  private static final byte NO_GROUP = -1;

  private static final int PROCESSES = 0;

  private final LinuxKernel kernel;

  /** In the order of their calls; null for those that the thread has not needed yet. */
  private final @Nullable CallGroup[] groups = new @Nullable CallGroup[CALLS.size()];

  CallGroups(LinuxKernel kernel) {
    this.kernel = kernel;
  }

  private CallGroup group(int index) {
    CallGroup group = groups[index];
    if (group == null) {
      group = make(index);
      groups[index] = group;
    }
    return group;
  }

  /** A group for the thread; with its buffers it takes a thread more memory than most ever need. */
  private CallGroup make(int index) {
    return switch (index) {
      case PROCESSES -> new ProcessCalls(kernel);
      case 1 -> new ThreadCalls(kernel);
      case 2 -> new WaitCalls(kernel);
      case 3 -> new TimeCalls(kernel);
      case 4 -> new TransferCalls(kernel);
      case 5 -> new FileCalls(kernel);
      case 6 -> new SharingCalls(kernel);
      case 7 -> new SocketCalls(kernel);
      case 8 -> new MessageCalls(kernel);
      case 9 -> new TerminalCalls(kernel);
      case 10 -> new TraceCalls(kernel);
      case 11 -> new SignalCalls(kernel);
      default -> throw new AssertionError(index);
    };
  }

  /** The calls that make processes and end them. */
  ProcessCalls processes() {
    return (ProcessCalls) group(PROCESSES);
  }

  /** Whether a call is in one of the groups. */
  boolean have(SystemCall call) {
    return GROUP_OF[call.ordinal()] != NO_GROUP;
  }

  /** Makes a call that is in one of them. */
  long answer(SystemCall call) {
    return group(GROUP_OF[call.ordinal()]).answer(call);
  }

  private static byte[] groupOf() {
    byte[] groupOf = new byte[SystemCall.values().length];
    Arrays.fill(groupOf, NO_GROUP);
    for (int i = 0; i < CALLS.size(); i++) {
      for (SystemCall call : CALLS.get(i)) {
        groupOf[call.ordinal()] = (byte) i;
      }
    }
    return groupOf;
  }
}
