package org.forkshell.execution;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.forkshell.abi.AddressSpace;
import org.forkshell.wire.LogEntry;

/**
 * What main gets: argc, argv and the environment, laid out above the stack as the kernel lays them
 * out, two arrays of pointers ended by null and the strings after them.
 *
 * @param part the bytes
 * @param values argc, argv, envp
 */
public record ProgramArguments(LogEntry.Part part, List<Long> values) {
  private static final int ROOM = (int) (AddressSpace.STACK_END - AddressSpace.ARGUMENTS);

  /**
   * Lays them out. Of an environment that does not fit, the end is left out.
   *
   * @param arguments the program's name first
   * @param environment each {@code NAME=value}, without a null at its end
   * @throws IllegalArgumentException when the arguments alone are too long, as execve(2) would say
   *     E2BIG
   */
  public static ProgramArguments of(List<String> arguments, List<byte[]> environment) {
    List<byte[]> strings = new ArrayList<>();
    int size = 0;
    for (String argument : arguments) {
      size += add(strings, argument.getBytes(StandardCharsets.UTF_8));
    }
    if (size > ROOM / 2) {
      throw new IllegalArgumentException("the arguments are too long");
    }
    for (byte[] variable : environment) {
      if (size + variable.length + 9 > ROOM / 2) {
        break;
      }
      size += add(strings, variable);
    }
    int pointers = 8 * (strings.size() + 2);
    ByteBuffer bytes =
        ByteBuffer.allocate(pointers + size - 8 * strings.size()).order(ByteOrder.LITTLE_ENDIAN);
    long base = AddressSpace.ORIGIN + AddressSpace.ARGUMENTS;
    int at = pointers;
    for (int i = 0; i < strings.size(); i++) {
      // One more null stands between the two arrays.
      bytes.putLong(8 * (i < arguments.size() ? i : i + 1), base + at);
      bytes.put(at, strings.get(i));
      at += strings.get(i).length;
    }
    return new ProgramArguments(
        new LogEntry.Part(AddressSpace.ARGUMENTS, bytes.array()),
        List.of((long) arguments.size(), base, base + 8L * (arguments.size() + 1)));
  }

  private static int add(List<byte[]> strings, byte[] text) {
    byte[] bytes = Arrays.copyOf(text, text.length + 1);
    strings.add(bytes);
    return bytes.length + 8;
  }
}
