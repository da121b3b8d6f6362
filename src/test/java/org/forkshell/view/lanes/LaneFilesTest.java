package org.forkshell.view.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.forkshell.process.ProcessName;
import org.forkshell.view.LabelledLine;
import org.forkshell.view.Recording;
import org.forkshell.view.Style;
import org.forkshell.view.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

/** The drawings that are kept in files. */
class LaneFilesTest {
  private static final byte[] HOSTILE =
      "</script><!-- ]]> & <b> \" ' \u202e \u0085 \uffff \u001b[2J \0"
          .getBytes(StandardCharsets.UTF_8);

  private static Document parsed(String xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  private static String svg(LaneChart chart, List<String> labels) {
    Phrases phrases = Story.phrases(chart, false);
    return LaneSvg.file(
        Planner.roomy(chart, phrases, labels), new LaneWords(phrases, labels), "a <title>");
  }

  private static String html(LaneChart chart, ProgramListing listing) {
    Phrases phrases = Story.phrases(chart, false);
    List<String> labels = listing.labels();
    return LaneHtml.page(
        Planner.roomy(chart, phrases, labels),
        new LaneWords(phrases, labels),
        phrases,
        listing,
        listing.title(),
        "en");
  }

  @ParameterizedTest
  @ValueSource(strings = {"two_children", "signals", "twenty", "many"})
  void aRecordedRunIsAWellFormedPicture(String name) throws Exception {
    RecordedRun run = RecordedRun.of(name);
    Document picture = parsed(svg(run.chart(), run.listing().labels()));
    assertThat(picture.getDocumentElement().getAttribute("role")).isEqualTo("img");
    assertThat(picture.getElementsByTagNameNS("*", "desc").item(0).getTextContent())
        .contains("P (pid ");
  }

  @Test
  void thePictureIsAsBefore() throws Exception {
    RecordedRun run = RecordedRun.of("two_children");
    Golden.check("two_children.svg", svg(run.chart(), run.listing().labels()));
  }

  @Test
  void thePageIsAsBefore() throws Exception {
    RecordedRun run = RecordedRun.of("two_children");
    Golden.check("two_children.html", html(run.chart(), run.listing()));
  }

  @Test
  void whateverAProgramWritesStaysText() throws Exception {
    byte[] invalid = {(byte) 0xC3, (byte) 0x28, (byte) 0xFF, (byte) 0xED, (byte) 0xA0, (byte) 0x80};
    LaneChart chart =
        new Story().writes(100, HOSTILE).fork(100, 101, 1).writes(101, invalid).chart();
    Document picture = parsed(svg(chart, List.of()));
    assertThat(picture.getElementsByTagNameNS("*", "b").getLength()).isZero();
    ProgramListing listing =
        new ProgramListing(
            "</title>", List.of(new ProgramListing.Line("1", "puts(\"</script>\");")));
    String page = html(chart, listing);
    assertThat(page.split("</script>", -1)).hasSize(2);
    assertThat(page).contains("<title>&lt;/title&gt;</title>");
    assertThat(page).doesNotContain("<b>", "\u001b", "\0", "\u202e", "http-equiv=\"refresh\"");
  }

  @Test
  void aPageFetchesNothing() throws Exception {
    RecordedRun run = RecordedRun.of("signals");
    assertThat(html(run.chart(), run.listing()).replace("http://www.w3.org/2000/svg", ""))
        .doesNotContain("http:", "https:", "src=", "@import", "url(");
  }

  @Test
  void aRecordingIsAnAsciicast() throws Exception {
    Recording recording = new Recording();
    recording.add(5_000_000_000L, Text.of(Style.CODE, "❯ ").and(Style.PLAIN, "fork"));
    LabelledLine line =
        new LabelledLine(ProcessName.ROOT, 100, Text.of(Style.OUTPUT, "父 \"hi\"\\"), Text.EMPTY);
    recording.add(5_250_000_000L, List.of(line));
    // Two threads may have read their clocks and written in another order.
    recording.add(5_200_000_000L, List.of(line));
    String cast = recording.asciicast("title", 80, Text::toString, missing -> Text.EMPTY);
    Golden.check("recording.cast", cast);
    List<String> lines = cast.lines().toList();
    JsonObject header = JsonParser.object().from(lines.get(0));
    assertThat(header.getInt("version")).isEqualTo(2);
    assertThat(header.getInt("width")).isEqualTo(80);
    assertThat(header.getInt("height")).isPositive();
    double last = 0;
    for (String event : lines.subList(1, lines.size())) {
      JsonArray array = JsonParser.array().from(event);
      assertThat(array.getDouble(0)).isGreaterThanOrEqualTo(last);
      assertThat(array.getString(1)).isEqualTo("o");
      assertThat(array.getString(2)).endsWith("\r\n");
      last = array.getDouble(0);
    }
    assertThat(last).isEqualTo(0.25);
  }
}
