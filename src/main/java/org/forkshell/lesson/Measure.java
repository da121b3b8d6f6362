package org.forkshell.lesson;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.forkshell.lesson.Happening.Kind;
import org.forkshell.process.Event;
import org.forkshell.process.KernelWait;
import org.forkshell.process.ProcessName;
import org.forkshell.process.ProcessTree;
import org.forkshell.process.ProcessTree.Entry;

/** Something to be counted or read in what was seen; {@code docs/writing-lessons.md} lists them. */
public sealed interface Measure {
  Value of(Observation seen);

  /** The measure that a text spells. */
  static Measure parse(String text) {
    return new ConditionParser(text).wholeMeasure();
  }

  /** A number or a text, with measures in braces. */
  record Constant(Template template) implements Measure {
    @Override
    public Value of(Observation seen) {
      return Value.of(template.fill(seen));
    }
  }

  /** A count that needs no more to say. */
  record Count(Quantity quantity) implements Measure {
    @Override
    public Value of(Observation seen) {
      return Value.of(
          switch (quantity) {
            case PROCESSES -> seen.tree().entries().size();
            case ALIVE -> seen.inState(false);
            case ZOMBIES -> seen.inState(true);
            case MOST_ALIVE -> seen.mostAlive();
            case FORKS -> seen.count(new Selector(Selector.EACH, Kind.FORK, "", Who.ANY));
            case REFUSED_FORKS ->
                seen.count(new Selector(Selector.EACH, Kind.REFUSED_FORK, "", Who.ANY));
            case REAPER -> seen.live().reaper();
            case RUNS -> seen.runs().size();
            case DIFFERENT_OUTPUTS -> seen.differentOutputs();
          });
    }
  }

  /** What {@link Count} counts. */
  enum Quantity {
    PROCESSES("processes"),
    ALIVE("alive"),
    ZOMBIES("zombies"),
    MOST_ALIVE("most alive"),
    FORKS("forks"),
    REFUSED_FORKS("refused forks"),
    REAPER("reaper"),
    RUNS("runs"),
    DIFFERENT_OUTPUTS("different outputs");

    private final String words;

    Quantity(String words) {
      this.words = words;
    }

    /** How lesson files spell it. */
    String words() {
      return words;
    }
  }

  /** How many lines were written to standard output; one that does not end counts as well. */
  record Lines(Who who) implements Measure {
    @Override
    public Value of(Observation seen) {
      long lines = 0;
      for (String text : seen.written(who, 1).values()) {
        lines += text.chars().filter(c -> c == '\n').count();
        lines += text.endsWith("\n") ? 0 : 1;
      }
      return Value.of(lines);
    }
  }

  /** How often a text was written. */
  record Output(Template text, Who who) implements Measure {
    @Override
    public Value of(Observation seen) {
      String wanted = text.fill(seen);
      long count = 0;
      for (String written : seen.written(who, 0).values()) {
        for (int at = written.indexOf(wanted);
            at >= 0 && !wanted.isEmpty();
            at = written.indexOf(wanted, at + wanted.length())) {
          count++;
        }
      }
      return Value.of(count);
    }
  }

  /** The number right after a text. */
  record NumberBehind(Template text, Who who) implements Measure {
    @Override
    public Value of(Observation seen) {
      String wanted = text.fill(seen);
      for (String written : seen.written(who, 0).values()) {
        int at = written.indexOf(wanted);
        if (at >= 0) {
          String rest = written.substring(at + wanted.length()).stripLeading();
          int end = 0;
          while (end < rest.length() && isOfNumber(rest.charAt(end), end)) {
            end++;
          }
          return Value.of(rest.substring(0, end));
        }
      }
      return Value.NONE;
    }

    private static boolean isOfNumber(char c, int at) {
      return Character.digit(c, 16) >= 0 || (c == 'x' && at == 1) || (c == '-' && at == 0);
    }
  }

  /** How often something happened. */
  record Events(Selector selector) implements Measure {
    @Override
    public Value of(Observation seen) {
      return Value.of(seen.count(selector));
    }
  }

  /** Something about one process. */
  record Of(Attribute attribute, ProcessName name) implements Measure {
    @Override
    public Value of(Observation seen) {
      Optional<Entry> found = seen.find(name);
      if (found.isEmpty()) {
        return Value.NONE;
      }
      Entry entry = found.get();
      return switch (attribute) {
        case PID -> Value.of(entry.pid());
        case PARENT -> Value.of(isOrphan(seen) ? adopter(seen) : entry.parent());
        case STATUS -> entry.status() == null ? Value.NONE : Value.of(entry.status().shellStatus());
        case THREADS ->
            seen.live()
                .threads(entry.pid())
                .map(Integer::longValue)
                .map(Value::of)
                .orElse(Value.NONE);
        case AWAITED -> awaited(entry.pid(), seen);
      };
    }

    private static Value awaited(int pid, Observation seen) {
      ProcessTree family = seen.tree();
      KernelWait wait = seen.live().kernelWait(pid, family);
      return wait == null
          ? Value.NONE
          : wait.enders().stream()
              .findFirst()
              .flatMap(ender -> family.nameOf(ender.pid()))
              .map(name -> Value.of(name.toString()))
              .orElse(Value.NONE);
    }

    /** Process 1 of the pid namespace that it was born in, or who forked the root. */
    private long adopter(Observation seen) {
      Map<Integer, Event.Born> births = new HashMap<>();
      for (Event event : seen.events()) {
        if (event instanceof Event.Born born) {
          births.put(born.pid(), born);
        }
      }
      Event.Born one = births.get(seen.find(name).map(Entry::pid).orElse(0));
      while (one != null && one.inner() > 1) {
        one = births.get(one.parent());
      }
      return one != null && one.inner() == 1 ? one.pid() : seen.live().reaper();
    }

    private boolean isOrphan(Observation seen) {
      Selector orphan = new Selector(1, Kind.ORPHAN, "", Who.of(name));
      List<Happening> all =
          new Observation(seen.events(), 0, seen.live(), seen.runs()).happenings();
      return !orphan.places(all).isEmpty();
    }
  }

  /** What {@link Of} asks. */
  enum Attribute {
    PID,
    PARENT,
    STATUS,
    THREADS,
    /** Who could end what it waits for: who has the lock, or the other end of the pipe. */
    AWAITED
  }

  /** A variable of the prompt in one process. */
  record Variable(String variable, ProcessName name) implements Measure {
    @Override
    public Value of(Observation seen) {
      return seen.find(name)
          .flatMap(entry -> seen.live().variable(variable, entry.pid()))
          .map(Value::of)
          .orElse(Value.NONE);
    }
  }

  /** Where a variable of the prompt is. */
  record Address(String variable) implements Measure {
    @Override
    public Value of(Observation seen) {
      return seen.live()
          .address(variable)
          .map(address -> new Value(address, "0x" + Long.toHexString(address)))
          .orElse(Value.NONE);
    }
  }

  /** In how many runs something was so. */
  record RunsWhere(Condition condition) implements Measure {
    @Override
    public Value of(Observation seen) {
      return Value.of(seen.runs().stream().filter(condition::holds).count());
    }
  }
}
