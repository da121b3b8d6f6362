package org.forkshell.view.lanes;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.forkshell.process.Event;
import org.forkshell.process.FlushReason;
import org.forkshell.process.History;
import org.forkshell.process.Signal;
import org.forkshell.process.WaitStatus;

/** What {@code run --events} wrote of a real run, read back; and the program that ran. */
record RecordedRun(List<Event> events, ProgramListing listing) {
  private static final Path FOLDER = Path.of("src/test/resources/lanes");

  static RecordedRun of(String name) throws IOException, JsonParserException {
    List<ProgramListing.Line> lines = new ArrayList<>();
    for (String text : Files.readAllLines(FOLDER.resolve(name + ".c"))) {
      lines.add(new ProgramListing.Line(String.valueOf(lines.size() + 1), text));
    }
    Reader reader = new Reader();
    for (String line : Files.readAllLines(FOLDER.resolve(name + ".events"))) {
      reader.read(JsonParser.object().from(line));
    }
    return new RecordedRun(reader.events, new ProgramListing(name + ".c", lines));
  }

  LaneChart chart() {
    return LaneChart.of(
        History.Excerpt.of(events), origin -> origin.calls().isEmpty() ? 0 : origin.calls().get(0));
  }

  private static final class Reader {
    final List<Event> events = new ArrayList<>();
    private final Map<Integer, Integer> children = new HashMap<>();

    void read(JsonObject json) {
      int pid = json.getInt("pid");
      int line = json.getInt("line", 0);
      long nanos = Math.round(json.getDouble("t") * 1e9);
      Event.Origin origin = new Event.Origin(pid, nanos, 1, line == 0 ? List.of() : List.of(line));
      Event event = event(json, origin, json.getInt("child", 0));
      if (event != null) {
        events.add(event);
      }
    }

    /** Which child of its parent a process is: the one of this number in order. */
    private int index(String name) {
      return name.contains(".") ? Integer.parseInt(name.substring(name.lastIndexOf('.') + 1)) : 0;
    }

    private Event event(JsonObject json, Event.Origin origin, int child) {
      return switch (json.getString("event")) {
        case "root-started" -> new Event.RootStarted(origin, child);
        case "born" ->
            new Event.Born(origin, json.getInt("parent"), index(json.getString("process")));
        case "forked" -> {
          // Children get their numbers in the order in which their parent forks them.
          int index = children.merge(origin.pid(), 1, Integer::sum);
          yield new Event.Forked(origin, child, index);
        }
        case "output" ->
            new Event.Output(
                origin,
                json.getInt("fd"),
                json.getString("text").getBytes(StandardCharsets.UTF_8),
                FlushReason.valueOf(json.getString("why").toUpperCase(Locale.ROOT)));
        case "blocked" ->
            new Event.Blocked(origin, call(json), Math.round(json.getDouble("argument")));
        case "unblocked" ->
            new Event.Unblocked(origin, call(json), Math.round(json.getDouble("result")));
        case "waited" -> new Event.Waited(origin, child, status(json), json.getInt("errno", 0));
        case "reaped" -> new Event.Reaped(origin, child, status(json));
        case "killed" ->
            new Event.Killed(origin, json.getInt("target"), signal(json), json.getInt("errno", 0));
        case "faulted" -> new Event.Faulted(origin, signal(json), 0);
        case "exiting" -> new Event.Exiting(origin, json.getInt("status"));
        case "executing" -> new Event.Executing(origin);
        case "exec-failed" -> new Event.ExecFailed(origin, json.getInt("errno"));
        case "all-ended" -> new Event.AllEnded(origin);
        default -> throw new AssertionError(json);
      };
    }

    private static Event.Call call(JsonObject json) {
      return Event.Call.valueOf(json.getString("call").toUpperCase(Locale.ROOT));
    }

    private static int signal(JsonObject json) {
      return Signal.valueOf(json.getString("signal")).number();
    }

    private static WaitStatus status(JsonObject json) {
      return json.has("signal")
          ? new WaitStatus(signal(json))
          : WaitStatus.ofExit(json.getInt("status", 0));
    }
  }
}
