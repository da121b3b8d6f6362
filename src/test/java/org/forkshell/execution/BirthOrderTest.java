package org.forkshell.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.forkshell.cli.ProgramLab;
import org.forkshell.cli.ProgramLab.Running;
import org.forkshell.process.Event;
import org.forkshell.process.ProcessTree;
import org.forkshell.process.WaitStatus;
import org.junit.jupiter.api.Test;

/** Nobody is heard of before his parent has told that it forked him. */
class BirthOrderTest {
  private static final String FAMILY =
      """
      #include <stdio.h>
      #include <stdlib.h>
      #include <sys/wait.h>
      #include <unistd.h>
      int main(void) {
        for (int i = 0; i < 8; i++)
          if (fork() == 0) {
            printf("child %d\\n", i);
            if (fork() == 0) { printf("grandchild %d\\n", i); exit(0); }
            wait(NULL);
            exit(0);
          }
        while (wait(NULL) > 0);
      }
      """;

  /** The parent is killed at once, so that it may not come to tell. */
  private static final String SILENT_PARENT =
      """
      #include <signal.h>
      #include <stdio.h>
      #include <sys/wait.h>
      #include <unistd.h>
      int main(void) {
        for (int i = 0; i < 5; i++) {
          int parent = fork();
          if (parent == 0) {
            int me = getpid();
            if (fork() == 0) { kill(me, SIGKILL); printf("orphan\\n"); fflush(stdout); _exit(0); }
            for (;;) pause();
          }
          waitpid(parent, NULL, 0);
        }
      }
      """;

  private static List<String> disorder(List<Event> events) {
    Set<Integer> forked = new HashSet<>();
    Set<Integer> exited = new HashSet<>();
    List<String> disorder = new ArrayList<>();
    for (Event event : events) {
      if (event instanceof Event.Forked fork) {
        forked.add(fork.child());
      } else if (event instanceof Event.Born born && born.parent() != 0) {
        if (!forked.contains(event.pid())) {
          disorder.add(event + " before its parent told");
        }
      } else if (event instanceof Event.Exiting) {
        exited.add(event.pid());
      } else if (event instanceof Event.Waited waited
          && waited.child() > 0
          && !exited.contains(waited.child())) {
        disorder.add(event + " before the child said that it exits");
      }
    }
    return disorder;
  }

  @Test
  void grandchildWaitsWithItsParent() {
    BirthOrder<String> newborns = new BirthOrder<>();
    Event child = new Event.Born(origin(11), 10, 1);
    Event grandchild = new Event.Born(origin(12), 11, 1);

    assertThat(newborns.keeps("child", child, true)).isTrue();
    assertThat(newborns.keeps("grandchild", grandchild, false)).isTrue();
    assertThat(newborns.keeps("end", reaped(12), false)).isTrue();
    assertThat(newborns.keeps("another's end", reaped(13), false)).isFalse();
    newborns.forked(new Event.Forked(origin(10), 11, 1));
    Deque<String> told = new ArrayDeque<>();
    newborns.release(told);

    assertThat(told).containsExactly("child", "grandchild", "end");
    assertThat(newborns.keeps("child", child, true)).isFalse();
    assertThat(newborns.keeps("grandchild", grandchild, true)).isTrue();
  }

  private static Event reaped(int child) {
    return new Event.Reaped(origin(1), child, WaitStatus.ofExit(0));
  }

  private static Event.Origin origin(int pid) {
    return new Event.Origin(pid, 0, 1, List.of());
  }

  @Test
  void parentsAreHeardFirst() throws Exception {
    try (ProgramLab lab = ProgramLab.start()) {
      for (int i = 0; i < 10; i++) {
        Running running = lab.run(FAMILY);
        assertThat(running.events(Event.Born.class)).hasSize(17);
        assertThat(disorder(running.events(Event.class))).isEmpty();
        // What waits in a buffer is copied.
        assertThat(running.out().lines()).hasSize(24);
      }
    }
  }

  @Test
  void deepFamilyIsNamedAndHeardToTheLastByte() throws Exception {
    String program =
        "#include <stdio.h>\n#include <unistd.h>\n"
            + "int main(void) { fork(); (fork() && fork()) || fork(); fork(); printf(\"+\\n\"); }";
    try (ProgramLab lab = ProgramLab.start()) {
      for (int i = 0; i < 25; i++) {
        Running running = lab.run(program);
        List<Event> events = running.events(Event.class);
        ProcessTree tree = new ProcessTree();
        events.forEach(tree::add);
        assertThat(tree.entries()).hasSize(20);
        assertThat(disorder(events)).isEmpty();
        assertThat(running.out()).isEqualTo("+\n".repeat(20));
      }
    }
  }

  @Test
  void childOfAParentThatCannotTellIsHeard() throws Exception {
    try (ProgramLab lab = ProgramLab.start()) {
      Running running = lab.run(SILENT_PARENT);
      assertThat(running.out()).isEqualTo("orphan\n".repeat(5));
    }
  }

  /** Its bytes have to wait as well: nobody would know whose they are. */
  @Test
  void whoseParentHasNotToldIsHeldBack() {
    BirthOrder<String> newborns = new BirthOrder<>();
    Event.Origin child = new Event.Origin(1001, 0, 1, List.of());
    assertThat(newborns.keeps("born", new Event.Born(child, 1000, 1), true)).isTrue();
    assertThat(newborns.holds(1001)).isTrue();
    newborns.forked(new Event.Forked(new Event.Origin(1000, 0, 1, List.of()), 1001, 1));
    assertThat(newborns.holds(1001)).isFalse();
  }
}
