package org.forkshell.view.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.forkshell.process.Event;
import org.forkshell.process.History;
import org.forkshell.process.WaitStatus;
import org.junit.jupiter.api.Test;

class LaneChartTest {
  private static List<String> kinds(LaneChart chart) {
    return chart.moments().stream()
        .map(
            moment ->
                chart.lanes().get(moment.lane()).name() + " " + moment.getClass().getSimpleName())
        .toList();
  }

  @Test
  void aChildThatSpeaksBeforeItsParentHasForkedBeginsWithTheFork() {
    Story story = new Story().born(101, 100, 1).writes(101, "hi").forked(100, 101, 1);
    assertThat(kinds(story.chart())).containsExactly("P Begins", "P Forks", "P.1 Writes");
  }

  @Test
  void waitReturnsBelowTheExitItTellsOfWhateverCameFirst() {
    Story story = new Story().fork(100, 101, 1).waits(100, 101, 3).writes(100, "x").exits(101, 3);
    assertThat(kinds(story.chart()))
        .containsExactly("P Begins", "P Forks", "P.1 Exits", "P Waits", "P Writes");
  }

  @Test
  void whoIsKilledDiesWithTheSignal() {
    Story story = new Story().fork(100, 101, 1).kills(100, 101, 9).writes(100, "x");
    story.waits(100, 101, new WaitStatus(9));
    assertThat(kinds(story.chart()))
        .containsExactly("P Begins", "P Forks", "P Kills", "P.1 Dies", "P Writes", "P Waits");
  }

  @Test
  void aChildWhoseParentEndsIsAnOrphanUntilItIsCollected() {
    Story story = new Story().fork(100, 101, 1).fork(101, 102, 1).exits(101, 0).exits(102, 0);
    story.reaps(102, 0);
    LaneChart chart = story.chart();
    assertThat(kinds(chart))
        .containsSubsequence("P.1 Exits", "P.1.1 Orphaned", "P.1.1 Exits", "P.1.1 Collected");
    assertThat(chart.lanes().get(1).isZombie()).isTrue();
    assertThat(chart.lanes().get(2).isZombie()).isFalse();
  }

  @Test
  void equalTimesKeepTheOrderOfTheNews() {
    Event.Origin root = new Event.Origin(100, 0, 1, List.of());
    List<Event> events =
        List.of(
            new Event.Born(root, 0, 0),
            new Event.Raised(root, 1),
            new Event.Raised(root, 2),
            new Event.Raised(root, 3));
    LaneChart chart = LaneChart.of(History.Excerpt.of(events), origin -> 0);
    assertThat(chart.moments().stream().skip(1).map(m -> ((Moment.Raises) m).signal()))
        .containsExactly(1, 2, 3);
  }

  @Test
  void whatWasNotKeptIsToldOf() {
    History history = new History(5000);
    for (Event event : new Story().events()) {
      history.add(event);
    }
    for (int i = 0; i < 1000; i++) {
      byte[] bytes = {'x'};
      history.add(
          new Event.Output(
              new Event.Origin(100, 10_000_000 + i, 1, List.of()),
              1,
              bytes,
              org.forkshell.process.FlushReason.WRITE));
    }
    LaneChart chart = LaneChart.of(history.excerpt(), origin -> 0);
    Moment.Missing missing =
        (Moment.Missing)
            chart.moments().stream()
                .filter(Moment.Missing.class::isInstance)
                .findFirst()
                .orElseThrow();
    long shown =
        chart.moments().stream()
            .filter(Moment.Writes.class::isInstance)
            .mapToLong(moment -> ((Moment.Writes) moment).bytes().length)
            .sum();
    assertThat(missing.bytes() + shown).isEqualTo(1000);
  }

  @Test
  void aFloodIsLeftOutInItsMiddleAndTheFamilyRemains() {
    Story story = new Story();
    for (int i = 1; i <= 50; i++) {
      story.writes(100, "before " + i).fork(100, 100 + i, i).writes(100 + i, "in " + i);
      story.exits(100 + i, 0).waits(100, 100 + i, 0);
    }
    LaneChart chart = story.chart();
    LaneChart less = chart.shortened(10);
    assertThat(less.lanes()).hasSize(51);
    assertThat(less.moments()).hasSizeLessThan(chart.moments().size() - 80);
    for (Lane lane : less.lanes().subList(1, 51)) {
      assertThat(less.moments().get(lane.born())).isInstanceOf(Moment.Forks.class);
      assertThat(less.moments().get(lane.ended())).isInstanceOf(Moment.Exits.class);
      assertThat(less.moments().get(lane.collected())).isInstanceOf(Moment.Waits.class);
    }
    assertThat(chart.shortened(1000)).isSameAs(chart);
  }

  @Test
  void everyKindOfMomentHasWordsInBothLanguages() throws Exception {
    for (String name : List.of("two_children", "signals", "twenty", "many")) {
      LaneChart chart = RecordedRun.of(name).chart();
      for (java.util.Locale locale : List.of(java.util.Locale.ENGLISH, java.util.Locale.CHINESE)) {
        LaneWords words = new LaneWords(Story.phrases(chart, false, locale), List.of());
        assertThat(chart.moments())
            .allSatisfy(moment -> assertThat(words.sentence(moment)).isNotBlank());
      }
    }
  }
}
