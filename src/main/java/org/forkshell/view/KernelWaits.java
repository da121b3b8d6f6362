package org.forkshell.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.forkshell.process.Event;
import org.forkshell.process.KernelWait;
import org.forkshell.process.KernelWait.Ender;
import org.forkshell.process.ProcessName;
import org.forkshell.process.ProcessTree;

/** What the kernel says that a process waits for, as notes. */
public final class KernelWaits {
  /** What the process itself tells as well. */
  private static final Set<String> TOLD = Set.of("child", "signal");

  /** What may be waited for of several. */
  private static final Set<String> SEVERAL = Set.of("readiness", "semaphore.several");

  /** What may be waited for without a name. */
  private static final Set<String> NAMELESS = Set.of("opening", "readiness");

  private KernelWaits() {}

  /**
   * The note about a wait.
   *
   * @param pid who waits
   * @param call what the learner calls the call
   * @return empty where the process's own word says as much
   */
  public static Optional<Note> note(KernelWait wait, int pid, String call, ProcessTree tree) {
    if (TOLD.contains(wait.reason())) {
      return Optional.empty();
    }
    if (wait.enders().isEmpty()) {
      return Optional.of(note(wait, isNamed(wait) ? ".named" : "", call, ""));
    }
    return Optional.of(
        isForItself(wait, pid)
            ? note(wait, ".itself", call, wait.enders().get(0).descriptor() + "")
            : note(wait, ".others", call, names(wait.enders(), tree)));
  }

  /** Whether it is known which one it waits for of those that need not have a name. */
  private static boolean isNamed(KernelWait wait) {
    return NAMELESS.contains(wait.reason()) && !wait.subject().isEmpty();
  }

  /** Whether the kernel knows more of a wait than the process that told of it. */
  public static boolean isForTheKernelToSay(Event.Blocked blocked) {
    return blocked.call() == Event.Call.OTHER
        || (blocked.call() == Event.Call.READ && !blocked.readsInput());
  }

  /** Whether it is bytes from others that a note says somebody waits for: they may all go away. */
  static boolean isForBytesOfOthers(Note note) {
    return note.form().equals("data.others") || note.form().equals("socket.others");
  }

  /** Whether a process waits for what nobody but itself could do. */
  static boolean isForItself(KernelWait wait, int pid) {
    return !wait.enders().isEmpty() && wait.enders().stream().allMatch(ender -> ender.pid() == pid);
  }

  /** What such a note says, in full. */
  public static String text(Note note, Messages words) {
    return words.get("note." + note.key(), note.facts().toArray());
  }

  private static Note note(KernelWait wait, String variant, String call, Object enders) {
    List<Object> facts = new ArrayList<>(List.of(members(wait, wait.subject()), call, enders));
    wait.details().forEach(detail -> facts.add(members(wait, detail)));
    return Note.of(NoteKind.BLOCKED, wait.reason() + variant, facts);
  }

  /** Numbers of which there may be several: descriptors, semaphores. */
  private static Object members(KernelWait wait, String text) {
    return SEVERAL.contains(wait.reason()) ? Arrays.asList(text.split(", ", -1)) : text;
  }

  /** {@code P.1 (4)} and {@code P.2 (4)}: the descriptor in brackets, where there is one. */
  private static List<String> names(List<Ender> enders, ProcessTree tree) {
    List<String> names = new ArrayList<>();
    for (Ender ender : enders) {
      String name = tree.nameOf(ender.pid()).map(ProcessName::toString).orElse(ender.pid() + "");
      names.add(ender.descriptor() < 0 ? name : name + " (" + ender.descriptor() + ")");
    }
    return names;
  }
}
