package org.forkshell.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.forkshell.process.Event.Origin;
import org.junit.jupiter.api.Test;

class HistoryTest {
  private static final int FLOOD = 20_000;

  private static Origin by(int pid) {
    return new Origin(pid, 0, 1, List.of(1, 2));
  }

  private static Event output(int number) {
    byte[] bytes = ("line " + number).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return new Event.Output(by(100), 1, bytes, FlushReason.NEWLINE);
  }

  @Test
  void whatHappenedIsKeptInOrder() {
    History history = new History();
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      events.add(output(i));
      history.add(events.get(i));
    }
    assertThat(history.excerpt().events()).isEqualTo(events);
    assertThat(history.excerpt().isComplete()).isTrue();
  }

  @Test
  void ofAFloodTheBeginningTheEndAndTheFamilyAreKept() {
    History history = new History(100_000);
    Event born = new Event.Born(by(101), 100, 1);
    Event waited = new Event.Waited(by(100), 101, WaitStatus.ofExit(0), 0);
    long bytes = 0;
    for (int i = 0; i < FLOOD; i++) {
      Event event = output(i);
      history.add(event);
      bytes += ((Event.Output) event).bytes().length;
      if (i == FLOOD / 2) {
        history.add(born);
        history.add(waited);
      }
    }
    History.Excerpt kept = history.excerpt();
    assertThat(kept.events()).hasSizeLessThan(1000).containsSequence(born, waited);
    assertThat(kept.events().get(kept.gap() - 1)).isEqualTo(waited);
    assertThat(text(kept.events().get(0))).isEqualTo("line 0");
    assertThat(text(kept.events().get(kept.events().size() - 1))).isEqualTo("line " + (FLOOD - 1));
    assertThat(kept.events().size() + kept.missing()).isEqualTo(FLOOD + 2);
    for (Event event : kept.events()) {
      bytes -= event instanceof Event.Output output ? output.bytes().length : 0;
    }
    assertThat(kept.missingBytes()).isEqualTo(bytes);
  }

  @Test
  void howAProcessEndedIsKeptWhoeverSaysSo() {
    Event executing = new Event.Executing(by(101));
    Event dead = new Event.FoundDead(by(101), new WaitStatus(9), Event.Remains.ZOMBIE);
    Event nobody = new Event.Waited(by(100), 0, WaitStatus.ofExit(0), 0);
    List<Event> kept = afterAFlood(executing, dead, nobody);

    assertThat(kept).containsSequence(executing, dead).doesNotContain(nobody);
  }

  /** What is left of events with a flood before them and another after them. */
  private static List<Event> afterAFlood(Event... events) {
    History history = new History(100_000);
    for (int i = 0; i < FLOOD; i++) {
      history.add(output(i));
      if (i == FLOOD / 2) {
        List.of(events).forEach(history::add);
      }
    }
    return history.excerpt().events();
  }

  @Test
  void processesWithoutEndAreBoundedToo() {
    History history = new History(100_000);
    for (int i = 0; i < FLOOD; i++) {
      history.add(new Event.Born(by(i), 100, i));
    }
    assertThat(history.excerpt().events()).hasSizeLessThan(2000);
    assertThat(history.excerpt().missing()).isPositive();
  }

  private static String text(Event event) {
    return new String(((Event.Output) event).bytes(), java.nio.charset.StandardCharsets.UTF_8);
  }
}
