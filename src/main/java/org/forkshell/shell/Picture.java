package org.forkshell.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.forkshell.abi.ErrorNumber;
import org.forkshell.codegen.Program;
import org.forkshell.process.Event;
import org.forkshell.process.History;
import org.forkshell.process.ProcessTree;
import org.forkshell.view.Drawing;
import org.forkshell.view.EventJson;
import org.forkshell.view.Messages;
import org.forkshell.view.Recording;
import org.forkshell.view.Screen;
import org.forkshell.view.Style;
import org.forkshell.view.Text;
import org.forkshell.view.lanes.Glyphs;
import org.forkshell.view.lanes.LaneChart;
import org.forkshell.view.lanes.LaneHtml;
import org.forkshell.view.lanes.LanePlan;
import org.forkshell.view.lanes.LaneSvg;
import org.forkshell.view.lanes.LaneText;
import org.forkshell.view.lanes.LaneWords;
import org.forkshell.view.lanes.Phrases;
import org.forkshell.view.lanes.Planner;
import org.forkshell.view.lanes.ProgramListing;

/** What a family did, drawn: lanes for the screen. */
public final class Picture {
  /** For a screen that does not say how wide it is. */
  private static final int WIDTH = 100;

  /** Of moments that may belong to a flood. */
  private static final int MOST = 2000;

  /** Of what was written without a pause. */
  private static final Phrases.Amount LITTLE = new Phrases.Amount(8, 240);

  private static final Phrases.Amount MUCH = new Phrases.Amount(500, 2000);

  private static final int CLOSING = 200;
  private static final int CAST_WIDTH = 100;
  private static final int NARROWEST = 20;

  private final History.Excerpt history;
  private final SourceListing source;
  private final LaneChart chart;
  private final ProgramListing listing;
  private final Settings settings;

  private Picture(History.Excerpt history, SourceListing source, Settings settings) {
    this.history = history;
    this.source = source;
    this.chart = LaneChart.of(history, source).shortened(MOST);
    this.listing = source.listing();
    this.settings = settings;
  }

  private Phrases phrases(boolean ascii, Phrases.Amount most) {
    Messages words = new Messages(LaneChart.class, "Messages", settings.language());
    return new Phrases(chart, words, settings.narration(), ErrorNumber::nameOf, ascii, most);
  }

  /** The picture of a run of a program. */
  public static Picture of(
      History.Excerpt history, Program program, String name, Settings settings) {
    SourceListing source =
        new SourceListing(program.symbols(), program.sourceMap(), name, List.of());
    return new Picture(history, source, settings);
  }

  /** The picture of a family of the prompt. */
  public static Picture of(Family family, Settings settings) {
    return new Picture(family.history().excerpt(), family.listing(), settings);
  }

  boolean isEmpty() {
    return chart.isEmpty();
  }

  /**
   * The lanes, as the settings and the screen want them.
   *
   * @param whole whether long output is shown in full
   */
  public List<Text> lanes(Screen screen, boolean whole) {
    int width = screen.width() == 0 ? WIDTH : Math.max(NARROWEST, screen.width());
    Drawing drawing = settings.drawing();
    if (drawing == Drawing.WORDS) {
      return new LaneWords(phrases(!screen.isUnicode(), LITTLE), listing.labels())
          .tell(screen.width());
    }
    boolean box = drawing == Drawing.BOX || (drawing == Drawing.AUTO && screen.isUnicode());
    Phrases phrases = phrases(!box, whole ? MUCH : LITTLE);
    Glyphs glyphs = box ? Glyphs.BOX : Glyphs.ASCII;
    List<LanePlan> pages = new Planner(chart, phrases, listing.labels(), width).pages();
    List<Text> lines = new ArrayList<>();
    for (LanePlan page : pages) {
      lines.addAll(LaneText.draw(page, glyphs));
    }
    lines.add(Text.EMPTY);
    lines.addAll(LaneText.legend(pages, glyphs, phrases, width));
    return lines;
  }

  /** The lanes below a run: of very many lines the first and the last. */
  public List<Text> closing(Screen screen) {
    List<Text> all = lanes(screen, false);
    int left = all.size() - 2 * CLOSING;
    if (left <= 1) {
      return all;
    }
    List<Text> some = new ArrayList<>(all.subList(0, CLOSING));
    some.add(Text.of(Style.NOTE, settings.words().get("lanes.middle", left)));
    some.addAll(all.subList(CLOSING + left, all.size()));
    return some;
  }

  /**
   * As a file's text.
   *
   * @param kind {@code svg}, {@code html}, {@code cast} or {@code events}
   * @param recording what was shown
   * @param screen where it was shown
   */
  public String as(String kind, Recording recording, Screen screen) {
    return switch (kind) {
      case "svg" -> svg();
      case "html" -> html();
      case "cast" ->
          recording.asciicast(
              title(), CAST_WIDTH, screen::inColor, missing -> omittedAfter(settings, missing));
      case "events" -> events();
      default -> throw new AssertionError(kind);
    };
  }

  /**
   * Has what is shown from now on written as {@code cast} at once.
   *
   * @param screen where it is shown
   * @param out gets each line of the file
   */
  public static void follow(
      Recording recording, String title, Screen screen, Consumer<String> out) {
    recording.follow(title, CAST_WIDTH, screen::inColor, out);
  }

  /** Nothing more will be shown. */
  public static void unfollow(Recording recording, Settings settings) {
    recording.unfollow(missing -> omittedAfter(settings, missing));
  }

  private static Text omittedAfter(Settings settings, long lines) {
    return Text.of(Style.NOTE, settings.words().get("cast.omitted", lines));
  }

  private String events() {
    EventJson json = new EventJson(source);
    ProcessTree family = new ProcessTree();
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < history.events().size(); i++) {
      Event event = history.events().get(i);
      family.add(event);
      if (i == history.gap() && !history.isComplete()) {
        lines.append(EventJson.missing(history.missing(), history.missingBytes())).append('\n');
      }
      lines.append(json.line(event, family)).append('\n');
    }
    return lines.toString();
  }

  /** As a file of scalable vector graphics. */
  private String svg() {
    Phrases phrases = phrases(false, LITTLE);
    return LaneSvg.file(roomy(phrases), new LaneWords(phrases, listing.labels()), title());
  }

  /** As a page that stands alone. */
  private String html() {
    Phrases phrases = phrases(false, LITTLE);
    return LaneHtml.page(
        roomy(phrases),
        new LaneWords(phrases, listing.labels()),
        phrases(false, MUCH),
        listing,
        title(),
        settings.language().getLanguage().equals("zh") ? "zh" : "en");
  }

  private List<LanePlan> roomy(Phrases phrases) {
    return Planner.roomy(chart, phrases, listing.labels());
  }

  /** What the picture is of. */
  String title() {
    return listing.title().isEmpty() ? settings.words().get("picture.session") : listing.title();
  }

  /** A remark about lines that were left out. */
  public Text omitted(int count) {
    return Text.of(Style.NOTE, settings.words().get("lanes.omitted", count));
  }
}
