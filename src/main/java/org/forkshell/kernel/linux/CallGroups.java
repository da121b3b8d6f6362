package org.forkshell.kernel.linux;

import java.util.Arrays;
import java.util.List;
import org.forkshell.abi.SystemCall;

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

  /** In the order of their calls. */
  private final CallGroup[] groups;

  private final ProcessCalls processes;

  CallGroups(LinuxKernel kernel) {
    this.processes = new ProcessCalls(kernel);
    this.groups =
        new CallGroup[] {
          processes,
          new ThreadCalls(kernel),
          new WaitCalls(kernel),
          new TimeCalls(kernel),
          new TransferCalls(kernel),
          new FileCalls(kernel),
          new SharingCalls(kernel),
          new SocketCalls(kernel),
          new MessageCalls(kernel),
          new TerminalCalls(kernel),
          new TraceCalls(kernel),
          new SignalCalls(kernel)
        };
  }

  /** The calls that make processes and end them. */
  ProcessCalls processes() {
    return processes;
  }

  /** Whether a call is in one of the groups. */
  boolean have(SystemCall call) {
    return GROUP_OF[call.ordinal()] != NO_GROUP;
  }

  /** Makes a call that is in one of them. */
  long answer(SystemCall call) {
    return groups[GROUP_OF[call.ordinal()]].answer(call);
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
