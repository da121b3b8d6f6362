package org.forkshell.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.forkshell.process.Event;
import org.junit.jupiter.api.Test;

/** Who speaks before its parent has told of it. */
class LateParentsTest {
  private final BirthOrder<Event> newborns = new BirthOrder<>();
  private final Deque<Event> told = new ArrayDeque<>();

  private static Event.Origin origin(int pid) {
    return new Event.Origin(pid, 0, 0, List.of());
  }

  private boolean keeps(Event event) {
    return newborns.keeps(event, event, true);
  }

  @Test
  void grandchildThatEndsIsNotHeardBeforeItsOwnParent() {
    Event born2 = new Event.Born(origin(2), 1, 1);
    Event forked3 = new Event.Forked(origin(2), 3, 1);
    Event born3 = new Event.Born(origin(3), 2, 1);
    assertThat(keeps(born2)).isTrue();
    assertThat(keeps(forked3)).isTrue();
    assertThat(keeps(born3)).isTrue();

    assertThat(newborns.collected(3)).isTrue();
    newborns.release(told);

    assertThat(told).containsExactly(born2, forked3, born3);
    assertThat(told).noneMatch(this::keeps);
  }

  @Test
  void deadParentThatWaitsItselfHasToldAndIsHeardInTime() {
    Event born2 = new Event.Born(origin(2), 1, 1);
    Event forked3 = new Event.Forked(origin(2), 3, 1);
    Event born3 = new Event.Born(origin(3), 2, 1);
    assertThat(keeps(born2)).isTrue();
    assertThat(keeps(forked3)).isTrue();
    assertThat(keeps(born3)).isTrue();

    assertThat(newborns.giveUp(dead -> dead == 2)).isFalse();
    assertThat(newborns.parents()).containsExactlyInAnyOrder(1, 2);
  }

  @Test
  void childOfAParentThatCannotTellWaitsNoLonger() {
    Event born2 = new Event.Born(origin(2), 1, 1);
    assertThat(keeps(born2)).isTrue();
    assertThat(newborns.giveUp(stopped -> stopped == 7)).isFalse();
    assertThat(newborns.giveUp(stopped -> stopped == 1)).isTrue();
    newborns.release(told);
    assertThat(told).containsExactly(born2);
    assertThat(keeps(born2)).isFalse();
  }
}
