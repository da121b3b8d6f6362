package org.forkshell.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.forkshell.process.FlushReason;
import org.forkshell.process.WaitStatus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {
  /** P forks twice; P.1 writes and exits with 3; P waits for it and ends; P.2 is an orphan then. */
  private static final Observation RUN =
      Events.ofRoot()
          .write(Events.ROOT, "start\n")
          .fork(Events.ROOT, 1001, 1)
          .fork(Events.ROOT, 1002, 2)
          .write(1001, "fork!son of 1000\ncount = 1\n", FlushReason.EXIT)
          .block(Events.ROOT)
          .exit(1001, 3)
          .waited(Events.ROOT, 1001, 3)
          .write(Events.ROOT, "fork!father of 1001", FlushReason.EXIT)
          .refused(Events.ROOT)
          .exit(Events.ROOT, 0)
          .reap(Events.ROOT, WaitStatus.ofExit(0))
          .fault(1002, 11)
          .reap(1002, new WaitStatus(11))
          .seen();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "processes = 3",
        "most alive = 3",
        "forks = 2",
        "refused forks = 1",
        "lines = 4",
        "lines of P = 2",
        "lines of child = 2",
        "output \"fork!\" = 2",
        "output \"fork!\" of P.1 = 1",
        "output \"son of {pid of P}\" = 1",
        "output \"father of {pid of P.1}\\n\" = 0",
        "value of \"count =\" of P.1 = 1",
        "status of P.1 = 3",
        "status of P.2 = 139",
        "parent of P.1 = pid of P",
        "parent of P.2 = reaper",
        "value count of P = 1 and value count of P.1 != value count of P",
        "address count = 0x4000",
        "alive = 0",
        "threads of P = 4",
        "awaited by P = \"P.1\"",
        "events exit of child = 1",
        "events exit 3 = 1",
        "events flush exit = 2",
        "happens death SIGSEGV of P.2",
        "not happens death of P.1",
        "happens orphan of P.2",
        "not happens zombie of P.1",
        "happens refused fork",
        "first output of P before first output of P.1",
        "exit of P.1 before wait of P",
        "2nd output of P before end of P.2",
        "output \"start\" before each fork",
        "not (exit of P before exit of P.1) or no",
        "no or yes",
        "\"a\" = \"a\" and \"a\" != \"b\"",
      })
  void holds(String text) {
    assertThat(Condition.parse(text).holds(RUN)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "processes = 4",
        "status of P.7 = 0",
        "status of P.7 != 0",
        "threads of P.1 = 0",
        "awaited by P.1 != \"P\"",
        "value nothing of P = 1",
        "happens exit 4",
        "exit of P before exit of P.1",
        "output \"absent\" before exit",
        "lines < lines",
        "runs > 0",
      })
  void doesNotHold(String text) {
    assertThat(Condition.parse(text).holds(RUN)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "processes;missing",
        "proceses = 3;“proceses” is no measure",
        "processes = ;missing",
        "status of Q = 0;“Q” is no process",
        "(yes;“)” is expected",
        "yes no;“no” is not expected",
        "happens frok;“frok” is no event",
        "processes ~ 3;one of =",
        "output fork = 1;in quotes",
      })
  void whatIsMalformedIsSaid(String text, String message) {
    assertThatThrownBy(() -> Condition.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @org.junit.jupiter.api.Test
  void severalRunsAreCounted() {
    Observation first = Events.ofRoot().write(Events.ROOT, "a 1000\n").seen();
    Observation second = Events.ofRoot().write(Events.ROOT, "b\n").seen();
    Observation all = Observation.of(List.of(first, second, first));

    assertThat(
            Condition.parse(
                    "runs = 3 and runs where (output \"a\" = 1) = 2 and different outputs = 2")
                .holds(all))
        .isTrue();
    assertThat(first.output()).isEqualTo("a P\n");
  }

  @org.junit.jupiter.api.Test
  void anEarlierPartIsNotAskedAbout() {
    Events events = Events.ofRoot().write(Events.ROOT, "x\n");
    int from = events.list().size();
    events.fork(Events.ROOT, 1001, 1).write(1001, "y\n");
    Observation part = new Observation(events.list(), from, new Events.Nobody(), List.of());

    assertThat(Condition.parse("lines = 1 and output \"y\" of P.1 = 1").holds(part)).isTrue();
    assertThat(Condition.parse("processes = 2").holds(part)).isTrue();
  }
}
