package org.forkshell.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.forkshell.process.Event;
import org.forkshell.process.Event.Origin;
import org.forkshell.process.ProcessTree;
import org.junit.jupiter.api.Test;

class EventJsonTest {
  private static final Path FORMAT = Path.of("docs", "events.md");
  private static final int PID = 100;

  private static JsonObject object(Origin origin) throws JsonParserException {
    ProcessTree family = ProcessTree.of(List.of(new Event.Born(origin, 0, 0)));
    EventJson json = new EventJson(calls -> 0);
    return JsonParser.object().from(json.line(new Event.Exiting(origin, 3), family));
  }

  @Test
  void aFirstThreadGoesWithoutSaying() throws Exception {
    assertThat(object(new Origin(PID, 0, 1, List.of())))
        .containsEntry("process", "P")
        .containsEntry("pid", PID)
        .containsEntry("event", "exiting")
        .containsEntry("status", 3)
        .doesNotContainKey("tid");
  }

  @Test
  void anotherThreadIsNamedByItsId() throws Exception {
    assertThat(object(new Origin(PID, PID + 1, 0, 1, List.of(), 0)))
        .containsEntry("pid", PID)
        .containsEntry("tid", PID + 1);
  }

  @Test
  void theFormatDescribesEveryKind() throws IOException {
    String described = Files.readString(FORMAT);
    assertThat(kinds(Event.class))
        .hasSizeGreaterThan(20)
        .allSatisfy(kind -> assertThat(described).contains("`" + kind + "`"));
  }

  private static Stream<String> kinds(Class<?> event) {
    return event.isSealed()
        ? Stream.of(event.getPermittedSubclasses()).flatMap(EventJsonTest::kinds)
        : Stream.of(
            event.getSimpleName().replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT));
  }
}
