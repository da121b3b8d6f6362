package org.forkshell.view.lanes;

import java.util.List;
import org.forkshell.view.Messages;
import org.forkshell.view.Text;

/**
 * A page that stands alone: the program, the lanes and the output side by side. With JavaScript one
 * steps through what happened; without it the page is still all there.
 */
public final class LaneHtml {
  private final List<LanePlan> pages;
  private final LaneWords told;
  private final Phrases phrases;
  private final ProgramListing listing;
  private final Messages words;
  private final StringBuilder out = new StringBuilder();

  private LaneHtml(List<LanePlan> pages, LaneWords told, Phrases phrases, ProgramListing listing) {
    this.pages = pages;
    this.told = told;
    this.phrases = phrases;
    this.listing = listing;
    this.words = phrases.words();
  }

  /**
   * The page.
   *
   * @param title what it shows
   * @param language of its words, {@code en}
   */
  public static String page(
      List<LanePlan> pages,
      LaneWords told,
      Phrases phrases,
      ProgramListing listing,
      String title,
      String language) {
    return new LaneHtml(pages, told, phrases, listing).write(title, language);
  }

  private String write(String title, String language) {
    String name = Markup.escaped(title);
    out.append(
            "<!DOCTYPE html>\n<html lang=\"" + language + "\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width\">\n")
        .append("<meta name=\"generator\" content=\"ForkShell\">\n")
        .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
        .append("style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n")
        .append("<title>" + name + "</title>\n<style>\n")
        .append(Markup.resource("lanes.css"))
        .append(Markup.resource("page.css"))
        .append("</style>\n</head>\n<body class=\"lanes\">\n<header><h1>" + name + "</h1>")
        .append(
            "<p>"
                + word(
                    "page.made",
                    phrases.chart().lanes().stream().filter(lane -> !lane.isThread()).count())
                + "</p></header>\n")
        .append("<div class=\"control-bar\"><button id=\"back\" aria-label=\"" + word("page.back"))
        .append(
            "\">◀</button><button id=\"next\" aria-label=\"" + word("page.next") + "\">▶</button>")
        .append(
            "<span id=\"said\" role=\"status\">" + word("page.keys") + "</span></div>\n<main>\n");
    source();
    out.append("<section><h2>" + word("page.lanes") + "</h2>\n")
        .append(LaneSvg.element(pages, told, title))
        .append("</section>\n");
    output();
    out.append("</main>\n<details><summary>" + word("page.words") + "</summary>\n<ul>\n");
    for (Text line : told.tell(0)) {
      out.append("<li>" + Markup.escaped(line.toString()) + "</li>\n");
    }
    out.append("</ul></details>\n<script>\n")
        .append(Markup.resource("page.js"))
        .append("</script>\n</body>\n</html>\n");
    return out.toString();
  }

  private String word(String key, Object... arguments) {
    return Markup.escaped(words.get(key, arguments));
  }

  private void source() {
    out.append("<section class=\"source\"><h2>" + word("page.source") + "</h2><ol class=\"code\">");
    for (int i = 0; i < listing.lines().size(); i++) {
      ProgramListing.Line line = listing.lines().get(i);
      out.append("<li data-line=\"" + (i + 1) + "\"><span class=\"number\">")
          .append(Markup.escaped(line.label()) + "</span>" + Markup.escaped(line.text()) + "</li>");
    }
    out.append("</ol></section>\n");
  }

  private void output() {
    out.append("<section class=\"output\"><h2>" + word("page.output") + "</h2><ol class=\"code\">");
    List<Step> steps = pages.isEmpty() ? List.of() : pages.get(0).steps();
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).first() instanceof Moment.Writes) {
        Text name = phrases.members(Phrases.lanes(steps.get(i)), false);
        for (Text line : phrases.lines(steps.get(i), false)) {
          out.append("<li data-step=\"" + i + "\"><span class=\"name\">")
              .append(
                  Markup.pieces(name, "span") + "</span>" + Markup.pieces(line, "span") + "</li>");
        }
      }
    }
    out.append("</ol></section>\n");
  }
}
