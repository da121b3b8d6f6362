package org.forkshell.shell;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.forkshell.execution.Session;
import org.forkshell.process.MonotonicClock;
import org.forkshell.process.ProcessTree.Entry;
import org.forkshell.view.Messages;
import org.jspecify.annotations.Nullable;

/**
 * Says, once, that processes go on though the root of their program has ended: a shell would be
 * back, and what looks as if it hung is a daemon, or a child that nobody waits for.
 */
public final class Leftovers {
  /** Who is just about to end need not be spoken of. */
  private static final Duration WHILE = Duration.ofSeconds(1);

  private static final int MANY = 6;

  private final Session session;
  private final Messages words;
  private final Consumer<String> teller;
  private final MonotonicClock clock;
  private @Nullable Long since;
  private boolean told;

  public Leftovers(Session session, Messages words, Consumer<String> teller, MonotonicClock clock) {
    this.session = session;
    this.words = words;
    this.teller = teller;
    this.clock = clock;
  }

  /** Looks whether there is something to say; to be called now and then. */
  public void look() {
    if (told || session.rootStatus() == null) {
      return;
    }
    since = since == null ? clock.nanos() : since;
    if (clock.since(since).compareTo(WHILE) > 0) {
      List<String> left = left();
      if (!left.isEmpty()) {
        told = true;
        teller.accept(words.get("run.left", String.join(", ", left)));
      }
    }
  }

  private List<String> left() {
    List<String> left = new ArrayList<>();
    session.inspector().alive().forEach(pid -> left.add(name(pid)));
    return left.size() > MANY ? List.of(words.get("run.processes", left.size())) : left;
  }

  private String name(int pid) {
    return session
            .tree()
            .find(pid)
            .filter(Entry::isAlive)
            .map(entry -> entry.name() + " ")
            .orElse("")
        + pid;
  }
}
