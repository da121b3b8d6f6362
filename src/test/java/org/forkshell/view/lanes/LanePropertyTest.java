package org.forkshell.view.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.forkshell.process.Event;
import org.forkshell.process.WaitStatus;
import org.forkshell.view.Text;
import org.forkshell.view.lanes.Row.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold of any chart, whatever a family did and in whichever order the news came. */
class LanePropertyTest {
  private static final int RUNS = 60;

  /** A run that could have been: each process does things, its parent may wait for it. */
  private static Story story(Random random) {
    Story story = new Story();
    List<Integer> alive = new ArrayList<>(List.of(Story.ROOT));
    Map<Integer, Integer> children = new HashMap<>();
    Map<Integer, Integer> parentOf = new HashMap<>();
    List<Integer> zombies = new ArrayList<>();
    int next = Story.ROOT + 1;
    for (int i = 0; i < 120 && !alive.isEmpty(); i++) {
      int pid = alive.get(random.nextInt(alive.size()));
      switch (random.nextInt(8)) {
        case 0, 1 -> {
          if (next < Story.ROOT + 40) {
            story.fork(pid, next, children.merge(pid, 1, Integer::sum));
            parentOf.put(next, pid);
            alive.add(next++);
          }
        }
        case 2, 3, 4 -> {
          byte[] bytes = new byte[random.nextInt(30)];
          random.nextBytes(bytes);
          story.writes(
              pid,
              random.nextBoolean()
                  ? bytes
                  : ("第 " + i + " 行\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        case 5 -> story.blocks(pid);
        case 6 -> {
          List<Integer> own = zombies.stream().filter(z -> parentOf.get(z) == pid).toList();
          if (!own.isEmpty()) {
            story.waits(pid, own.get(0), 0);
            zombies.remove(own.get(0));
          }
        }
        default -> {
          if (alive.size() > 1 && pid != Story.ROOT) {
            story.exits(pid, 0);
            alive.remove((Integer) pid);
            zombies.add(pid);
          }
        }
      }
    }
    return story;
  }

  /** The same news in another order, in which each process still tells its own in order. */
  private static List<Event> shuffled(List<Event> events, Random random) {
    List<Event> all = new ArrayList<>(events);
    for (int i = 0; i < 200; i++) {
      int at = 2 + random.nextInt(Math.max(1, all.size() - 3));
      if (at + 1 < all.size()
          && all.get(at).pid() != all.get(at + 1).pid()
          && !(all.get(at + 1) instanceof Event.Born)
          && !(all.get(at) instanceof Event.Forked forked
              && forked.child() == all.get(at + 1).pid())
          && !(all.get(at) instanceof Event.Born born && all.get(at + 1).pid() == born.pid())) {
        Collections.swap(all, at, at + 1);
      }
    }
    return all;
  }

  private static byte[] bytes(List<Event> events) {
    Map<Integer, ByteArrayOutputStream> of = new java.util.TreeMap<>();
    for (Event event : events) {
      if (event instanceof Event.Output output) {
        of.computeIfAbsent(event.pid(), key -> new ByteArrayOutputStream())
            .writeBytes(output.bytes());
      }
    }
    return joined(of);
  }

  private static byte[] bytes(LaneChart chart) {
    Map<Integer, ByteArrayOutputStream> of = new java.util.TreeMap<>();
    for (Moment moment : chart.moments()) {
      if (moment instanceof Moment.Writes writes) {
        of.computeIfAbsent(writes.pid(), key -> new ByteArrayOutputStream())
            .writeBytes(writes.bytes());
      }
    }
    return joined(of);
  }

  private static byte[] joined(Map<Integer, ByteArrayOutputStream> of) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    of.values().forEach(each -> all.writeBytes(each.toByteArray()));
    return all.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 80, 200})
  void chartsAndDrawingsOfRandomRunsAreSound(int width) {
    for (int seed = 0; seed < RUNS; seed++) {
      Random random = new Random(seed);
      List<Event> events = shuffled(story(random).events(), random);
      LaneChart chart = LaneChart.of(org.forkshell.process.History.Excerpt.of(events), origin -> 0);
      assertThat(bytes(chart)).as("seed %s", seed).isEqualTo(bytes(events));
      causesStandAboveTheirEffects(chart);
      drawingsAreSound(chart, width, seed);
    }
  }

  private static void causesStandAboveTheirEffects(LaneChart chart) {
    for (int i = 0; i < chart.lanes().size(); i++) {
      Lane lane = chart.lanes().get(i);
      for (int row = 0; row < chart.moments().size(); row++) {
        Moment moment = chart.moments().get(row);
        if (moment.lane() == i && row != lane.born()) {
          assertThat(row).isGreaterThan(lane.born());
          assertThat(lane.ended() < 0 || row <= lane.ended() || moment instanceof Moment.Collected)
              .isTrue();
        }
        if (moment instanceof Moment.Waits waits && waits.child() == i) {
          assertThat(lane.ended()).isBetween(0, row - 1);
        }
      }
    }
  }

  private static void drawingsAreSound(LaneChart chart, int width, int seed) {
    Phrases phrases = Story.phrases(chart, false);
    for (LanePlan plan : new Planner(chart, phrases, List.of(), width).pages()) {
      for (Text line : LaneText.draw(plan, Glyphs.BOX)) {
        assertThat(line.width()).as("seed %s: %s", seed, line).isLessThan(width);
      }
      List<State> before = List.of();
      for (Row row : plan.rows()) {
        for (Row.Mark mark : row.marks()) {
          boolean born = mark.sign() == Row.Sign.BORN || mark.sign() == Row.Sign.BEGINS;
          boolean alive = !before.isEmpty() && before.get(mark.column()) != State.NONE;
          assertThat(born || alive).as("seed %s: %s", seed, row).isTrue();
        }
        before = row.lanes();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 200})
  void everyLineWrittenIsDrawnOnce(int width) {
    for (int seed = 0; seed < RUNS; seed++) {
      Random random = new Random(seed);
      Story story = new Story();
      List<String> words = new ArrayList<>();
      for (int i = 1; i <= 10; i++) {
        story.fork(100, 100 + i, i);
        String word = "w" + seed + "x" + i + ".";
        words.add(word);
        story.writes(100 + (random.nextBoolean() ? i : 0), word + "\n");
      }
      for (int i = 1; i <= 10; i++) {
        story.exits(100 + i, 0).waits(100, 100 + i, WaitStatus.ofExit(0));
      }
      String drawn = LaneTextTest.drawn(story.chart(), List.of(), width, Glyphs.BOX);
      for (String word : words) {
        assertThat(drawn.split(java.util.regex.Pattern.quote(word), -1)).as(drawn).hasSize(2);
      }
    }
  }
}
