package org.forkshell.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.forkshell.process.Event.Origin;
import org.forkshell.process.ProcessTree.Entry;
import org.forkshell.process.ProcessTree.State;
import org.junit.jupiter.api.Test;

class ProcessTreeTest {
  private final ProcessTree tree = new ProcessTree();

  private static Origin by(int pid) {
    return new Origin(pid, 0, 1, List.of());
  }

  private void family() {
    tree.add(new Event.Born(by(100), 0, 0));
    tree.add(new Event.Born(by(101), 100, 1));
    tree.add(new Event.Forked(by(100), 101, 1));
    tree.add(new Event.Born(by(102), 101, 1));
  }

  private Entry entry(int pid) {
    return tree.find(pid).orElseThrow();
  }

  @Test
  void namesFollowTheForks() {
    family();
    assertThat(tree.entries())
        .extracting(e -> e.name().toString())
        .containsExactly("P", "P.1", "P.1.1");
    assertThat(tree.nameOf(102)).contains(ProcessName.of("P.1.1"));
    assertThat(tree.nameOf(999)).isEmpty();
  }

  @Test
  void aProcessInWaitIsBlockedUntilWaitReturns() {
    family();
    tree.add(new Event.Blocked(by(100), Event.Call.WAIT, -1));
    assertThat(entry(100).state()).isEqualTo(State.BLOCKED);
    assertThat(entry(100).call()).isNotNull();
    tree.add(new Event.Waited(by(100), 101, WaitStatus.ofExit(3), 0));
    assertThat(entry(100).state()).isEqualTo(State.RUNNING);
    assertThat(entry(100).call()).isNull();
  }

  @Test
  void aProcessInWaitAwaitsOneChildOrWhicheverIsFirst() {
    family();
    assertThat(entry(100).awaits(101, 0)).isFalse();
    tree.add(new Event.Blocked(by(100), Event.Call.WAIT, -1));
    assertThat(entry(100).awaits(101, 0)).isTrue();
    tree.add(new Event.Blocked(by(100), Event.Call.WAIT, 101));
    assertThat(entry(100).awaits(101, 0)).isTrue();
    assertThat(entry(100).awaits(103, 0)).isFalse();
    // It knows the child by the pid that it has in their namespace.
    assertThat(entry(100).awaits(103, 101)).isTrue();
    tree.add(new Event.Blocked(by(100), Event.Call.READ, 0));
    assertThat(entry(100).awaits(101, 0)).isFalse();
  }

  @Test
  void aProcessThatExitedIsAZombieUntilItsParentWaits() {
    family();
    tree.add(new Event.Exiting(by(101), 3));
    assertThat(entry(101).isAlive()).isFalse();
    assertThat(entry(101).collected()).isFalse();
    tree.add(new Event.Waited(by(100), 101, WaitStatus.ofExit(3), 0));
    assertThat(entry(101).collected()).isTrue();
    assertThat(entry(101).collector()).isEqualTo(100);
  }

  @Test
  void orphanIsCollectedByTheReaper() {
    family();
    tree.add(new Event.Reaped(by(1), 102, new WaitStatus(9)));
    assertThat(entry(102).collector()).isEqualTo(1);
    assertThat(entry(102).status()).isEqualTo(new WaitStatus(9));
    assertThat(tree.alive()).extracting(Entry::pid).containsExactly(100, 101);
  }

  @Test
  void waitThatFailedCollectsNobody() {
    family();
    tree.add(new Event.Waited(by(100), -1, new WaitStatus(0), 10));
    assertThat(tree.alive()).hasSize(3);
  }

  @Test
  void aStoppedChildIsStillAlive() {
    family();
    tree.add(new Event.Waited(by(100), 101, new WaitStatus(19 << 8 | 0x7F), 0));
    assertThat(entry(101).isAlive()).isTrue();
  }

  @Test
  void whoIsFoundDeadNeverSaidHow() {
    family();
    tree.add(new Event.FoundDead(by(102), null, Event.Remains.ZOMBIE));
    assertThat(entry(102).isAlive()).isFalse();
    assertThat(entry(102).collected()).isFalse();
    assertThat(entry(102).status()).isNull();
  }

  @Test
  void whatTheKernelSaysOfAnEndGoesBeforeWhatTheProcessSaid() {
    family();
    tree.add(new Event.Exiting(by(102), 3));
    tree.add(new Event.FoundDead(by(102), null, Event.Remains.NOTHING));
    assertThat(entry(102).status()).isEqualTo(WaitStatus.ofExit(3));
    assertThat(entry(102).collected()).isTrue();
    assertThat(entry(102).collector()).isZero();
    tree.add(new Event.Exiting(by(101), 3));
    tree.add(new Event.FoundDead(by(101), new WaitStatus(9), Event.Remains.ZOMBIE));
    assertThat(entry(101).status()).isEqualTo(new WaitStatus(9));
  }

  @Test
  void whosePidIsGivenAnewIsGone() {
    family();
    tree.add(new Event.Forked(by(100), 101, 2));
    assertThat(tree.find(ProcessName.of("P.1")).orElseThrow().collected()).isTrue();
    assertThat(tree.find(ProcessName.of("P.2")).orElseThrow().isAlive()).isTrue();
  }

  @Test
  void pidThatComesAgainMeansTheNewestBearer() {
    family();
    tree.add(new Event.Exiting(by(101), 3));
    tree.add(new Event.Waited(by(100), 101, WaitStatus.ofExit(3), 0));
    tree.add(new Event.Forked(by(100), 101, 2));
    tree.add(new Event.Born(by(101), 100, 2));
    tree.add(new Event.Exiting(by(101), 4));
    assertThat(tree.nameOf(101)).contains(ProcessName.of("P.2"));
    assertThat(tree.find(ProcessName.of("P.1")).orElseThrow().status())
        .isEqualTo(WaitStatus.ofExit(3));
    assertThat(tree.find(ProcessName.of("P.2")).orElseThrow().status())
        .isEqualTo(WaitStatus.ofExit(4));
  }

  @Test
  void whatDescendsFromAnExecutedProgramGoesByItsNameAndChangesNothingOfIt() {
    family();
    tree.add(new Event.Executing(by(101)));
    Entry executed = entry(101);
    tree.add(new Event.Descended(by(200), 101));
    tree.add(new Event.Output(by(200), 1, new byte[] {'x'}, FlushReason.WRITE));
    assertThat(tree.nameOf(200)).contains(executed.name());
    assertThat(tree.find(200)).isEmpty();
    assertThat(tree.find(executed.name())).contains(executed);
    assertThat(tree.entries()).hasSize(3);
  }
}
