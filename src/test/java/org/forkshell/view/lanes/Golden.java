package org.forkshell.view.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Drawings that were looked at and found good; {@code -Dgoldens=update} writes them anew. */
final class Golden {
  private static final Path FOLDER = Path.of("src/test/resources/lanes");

  private Golden() {}

  static void check(String name, String drawn) throws IOException {
    Path file = FOLDER.resolve(name);
    if ("update".equals(System.getProperty("goldens"))) {
      Files.writeString(file, drawn);
    }
    assertThat(drawn)
        .as("%s, which -Dgoldens=update would write anew", file)
        .isEqualTo(Files.readString(file));
  }
}
