package org.forkshell.view.xray;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.forkshell.view.Drawing;
import org.forkshell.view.Text;

/** Drawings that were looked at and found good; {@code -Dgoldens=update} writes them anew. */
final class Golden {
  private static final Path FOLDER = Path.of("src/test/resources/xray");

  private Golden() {}

  static Medium medium(int width, String drawing, String language) {
    return new Medium(
        width,
        Drawing.valueOf(drawing.toUpperCase(Locale.ROOT)),
        Medium.of(width, Drawing.BOX, true, Locale.forLanguageTag(language)).words());
  }

  /** The characters of a drawing, none of which may stand beyond the edge. */
  static String drawn(List<Text> lines, int width) {
    StringBuilder all = new StringBuilder();
    for (Text line : lines) {
      if (width > 0) {
        assertThat(line.width()).as("%s", line).isLessThan(width);
      }
      all.append(line.toString().stripTrailing()).append('\n');
    }
    return all.toString();
  }

  static void check(String name, String drawn) throws IOException {
    Path file = FOLDER.resolve(name);
    if ("update".equals(System.getProperty("goldens"))) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, drawn);
    }
    assertThat(drawn)
        .as("%s, which -Dgoldens=update would write anew", file)
        .isEqualTo(Files.readString(file));
  }
}
