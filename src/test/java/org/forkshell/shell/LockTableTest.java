package org.forkshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.forkshell.process.ProcessName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every lock by its name in the program, with who has it and who waits. */
class LockTableTest {
  @RegisterExtension
  static final PromptExtension PROMPT = new PromptExtension(Duration.ofMinutes(2));

  private final PromptSession session = PROMPT.session();

  private void enter(String... lines) throws IOException, InterruptedException {
    for (String line : lines) {
      session.enter(line);
    }
  }

  /** The locks of a process that somebody has or waits for, or that count. */
  private List<String> locks(String process) {
    Family family = Objects.requireNonNull(session.family());
    int pid = family.tree().find(ProcessName.of(process)).orElseThrow().pid();
    return LockTable.of(pid, family).stream()
        .filter(lock -> !lock.isIdle())
        .map(
            lock ->
                lock.name()
                    + ' '
                    + lock.kind()
                    + ' '
                    + lock.count()
                    + (lock.isWritten() ? " writes" : "")
                    + lock.owners().stream()
                        .map(
                            owner ->
                                owner.name()
                                    + (owner.isLeftBehind() ? " left" : "")
                                    + (owner.hasEnded() ? " ended" : ""))
                        .toList()
                    + lock.waiters())
        .toList();
  }

  /** Until it is so: threads take their time. */
  private void await(String process, String... locks) throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!locks(process).equals(List.of(locks)) && System.nanoTime() < deadline) {
      Thread.sleep(10);
    }
    assertThat(locks(process)).containsExactly(locks);
  }

  @Test
  void ownersAndWaitersAreNamed() throws Exception {
    enter(
        "struct { int n; pthread_mutex_t forks[3]; } table",
        "pthread_cond_t full; sem_t items; sem_init(&items, 0, 2)",
        "pthread_rwlock_t read, write; pthread_barrier_t b; pthread_barrier_init(&b, 0, 2)",
        "pthread_t t",
        "void *sleeper(void *x) { pthread_mutex_lock(&table.forks[2]);"
            + " pthread_cond_wait(&full, &table.forks[2]); return 0; }",
        "void *want(void *x) { pthread_mutex_lock(&table.forks[1]); return 0; }",
        "void *meet(void *x) { pthread_barrier_wait(&b); return 0; }",
        "pthread_mutex_lock(&table.forks[1])",
        "pthread_rwlock_rdlock(&read); pthread_rwlock_wrlock(&write)",
        "pthread_create(&t, 0, sleeper, 0)",
        "pthread_create(&t, 0, want, 0)",
        "pthread_create(&t, 0, meet, 0)");

    await(
        "P",
        "table.forks[1] MUTEX 0[P][P/3]",
        "full CONDITION 0[][P/2]",
        "items SEMAPHORE 2[][]",
        "read RWLOCK 1[P][]",
        "write RWLOCK 0 writes[P][]",
        "b BARRIER 1[][P/4]");
  }

  @Test
  void lockOfAThreadThatForkDidNotCopyIsKnown() throws Exception {
    enter(
        "pthread_mutex_t m; pthread_t t",
        "void *hold(void *x) { pthread_mutex_lock(&m); for (;;) pause(); }",
        "pthread_create(&t, 0, hold, 0)",
        "fork");

    await("P", "m MUTEX 0[P/2][]");
    await("P.1", "m MUTEX 0[P/2 left][]");
  }
}
