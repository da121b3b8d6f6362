package org.forkshell.process;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * The events of one family in the order in which they came, within bounds: a program that writes
 * for ever must not fill the console's memory. What came first is kept and what came last; of what
 * lies between them, only the events that say who was born and how each ended. May be used by
 * several threads.
 */
public final class History {
  private static final long MEGABYTE = 1 << 20;

  /** About what an event without bytes takes in memory, its origin included. */
  private static final int EVENT = 200;

  private static final int CALL = 20;

  /**
   * What a history holds at some moment.
   *
   * @param events in order
   * @param gap before which event some are missing; of no meaning where none are
   * @param missing how many events were not kept
   * @param missingBytes how many bytes of output were in them
   */
  public record Excerpt(List<Event> events, int gap, long missing, long missingBytes) {
    public Excerpt {
      events = List.copyOf(events);
    }

    /** All of {@code events}, nothing missing. */
    public static Excerpt of(List<Event> events) {
      return new Excerpt(events, events.size(), 0, 0);
    }

    public boolean isComplete() {
      return missing == 0;
    }
  }

  private final long most;
  private final List<Event> first = new ArrayList<>();
  private final List<Event> between = new ArrayList<>();
  private final ArrayDeque<Event> last = new ArrayDeque<>();
  private long firstWeight;
  private long betweenWeight;
  private long lastWeight;
  private long missing;
  private long missingBytes;

  public History() {
    this(8 * MEGABYTE);
  }

  /**
   * @param most about how many bytes of memory each of the three parts may take
   */
  public History(long most) {
    this.most = most;
  }

  /** Takes in what happened next. */
  public synchronized void add(Event event) {
    long weight = weight(event);
    if (last.isEmpty() && firstWeight + weight <= most) {
      first.add(event);
      firstWeight += weight;
      return;
    }
    last.add(event);
    lastWeight += weight;
    while (lastWeight > most && last.size() > 1) {
      pass(last.remove());
    }
  }

  /** An event is the last no more. */
  private void pass(Event event) {
    long weight = weight(event);
    lastWeight -= weight;
    if (shapesTheFamily(event) && betweenWeight + weight <= most) {
      between.add(event);
      betweenWeight += weight;
      return;
    }
    missing++;
    if (event instanceof Event.Output output) {
      missingBytes += output.bytes().length;
    }
  }

  /** Whether the family would look different without it. */
  private static boolean shapesTheFamily(Event event) {
    return event instanceof Event.Lifecycle && !isAboutNobody(event);
  }

  /** A program may look for ended children in vain as often as it can. */
  private static boolean isAboutNobody(Event event) {
    return event instanceof Event.Collecting collecting && collecting.child() <= 0;
  }

  private static long weight(Event event) {
    int bytes = event instanceof Event.Output output ? output.bytes().length : 0;
    return EVENT + bytes + (long) CALL * event.origin().calls().size();
  }

  /** What there is now. */
  public synchronized Excerpt excerpt() {
    List<Event> all = new ArrayList<>(first.size() + between.size() + last.size());
    all.addAll(first);
    all.addAll(between);
    int gap = missing == 0 ? all.size() + last.size() : all.size();
    all.addAll(last);
    return new Excerpt(all, gap, missing, missingBytes);
  }
}
