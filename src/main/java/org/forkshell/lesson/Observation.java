package org.forkshell.lesson;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.forkshell.lesson.Happening.Kind;
import org.forkshell.process.Event;
import org.forkshell.process.KernelWait;
import org.forkshell.process.ProcessName;
import org.forkshell.process.ProcessTree;
import org.forkshell.process.ProcessTree.Entry;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of a run, or of some lines at the prompt.
 *
 * @param events all of the family, from its first process on
 * @param from the first of the events that the question is about; names and ancestry come from all
 * @param live what is to be asked of the kernel
 * @param runs where a program was run several times, each run; else empty
 */
public record Observation(List<Event> events, int from, Live live, List<Observation> runs) {
  /** What events do not tell. */
  public interface Live {
    /** The pid of the process that orphans go to. */
    long reaper();

    /** What a process has in a variable, in C's notation. */
    Optional<String> variable(String name, int pid);

    /** Where a variable is, the same in all processes. */
    Optional<Long> address(String name);

    /** The letter of proc(5) for a process's state; empty for one that is gone. */
    Optional<Character> state(int pid);

    /** How many threads a process has; empty for one that is gone. */
    Optional<Integer> threads(int pid);

    /** What a process waits for; null for one that waits for nothing, or is gone. */
    @Nullable KernelWait kernelWait(int pid, ProcessTree family);
  }

  public Observation {
    events = List.copyOf(events);
    runs = List.copyOf(runs);
  }

  /** One run, seen to its end. */
  public static Observation of(List<Event> events, Live live) {
    return new Observation(events, 0, live, List.of());
  }

  /** Several runs of one program; measures of one run are about the last. */
  public static Observation of(List<Observation> runs) {
    Observation last = runs.get(runs.size() - 1);
    return new Observation(last.events, last.from, last.live, runs);
  }

  /** What happened, in order. */
  public List<Happening> happenings() {
    return Happenings.of(events, from);
  }

  /** The family at the end. */
  public ProcessTree tree() {
    return ProcessTree.of(events);
  }

  Optional<Entry> find(ProcessName name) {
    return tree().find(name);
  }

  long count(Selector selector) {
    return selector.places(happenings()).size();
  }

  /** How many processes were alive at the same time. */
  long mostAlive() {
    long now = 0;
    long most = 0;
    for (Happening happening : new Observation(events, 0, live, runs).happenings()) {
      now += happening.kind() == Kind.BIRTH ? 1 : happening.kind() == Kind.END ? -1 : 0;
      most = Math.max(most, now);
    }
    return most;
  }

  /** How many processes of the family the kernel has in a state that is, or is not, a zombie's. */
  long inState(boolean zombie) {
    long count = 0;
    for (Entry entry : tree().entries()) {
      Optional<Character> state = entry.collected() ? Optional.empty() : live.state(entry.pid());
      if (state.isPresent() && state.get() != 'X' && (state.get() == 'Z') == zombie) {
        count++;
      }
    }
    return count;
  }

  /** What each of some processes wrote to a descriptor, or to both if that is 0, as text. */
  Map<ProcessName, String> written(Who who, int fd) {
    Map<ProcessName, ByteArrayOutputStream> bytes = new TreeMap<>();
    for (Happening happening : happenings()) {
      if (happening.cause() instanceof Event.Output output
          && happening.kind() == Kind.OUTPUT
          && who.means(happening.name())
          && (fd == 0 || output.fd() == fd)) {
        bytes
            .computeIfAbsent(happening.name(), name -> new ByteArrayOutputStream())
            .writeBytes(output.bytes());
      }
    }
    Map<ProcessName, String> texts = new TreeMap<>();
    bytes.forEach((name, all) -> texts.put(name, all.toString(StandardCharsets.UTF_8)));
    return texts;
  }

  /** Everything that was written, in order, with names in the place of pids. */
  public String output() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = from; i < events.size(); i++) {
      if (events.get(i) instanceof Event.Output output) {
        bytes.writeBytes(output.bytes());
      }
    }
    return named(bytes.toString(StandardCharsets.UTF_8));
  }

  /** A text with the names of processes in the place of their pids. */
  String named(String text) {
    Map<String, String> names = new HashMap<>();
    for (Entry entry : tree().entries()) {
      names.put(Integer.toString(entry.pid()), entry.name().toString());
    }
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && Character.isDigit(text.charAt(end))) {
        end++;
      }
      if (end == at) {
        out.append(text.charAt(at++));
      } else {
        String number = text.substring(at, end);
        out.append(names.getOrDefault(number, number));
        at = end;
      }
    }
    return out.toString();
  }

  /** How many different outputs the runs had. */
  long differentOutputs() {
    return runs.stream().map(Observation::output).distinct().count();
  }
}
