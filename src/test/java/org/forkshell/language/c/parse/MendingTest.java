package org.forkshell.language.c.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.forkshell.language.Includes;
import org.forkshell.source.Diagnostic;
import org.forkshell.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Listings as web pages and input methods leave them. */
class MendingTest {
  private final ProgramParser language = new ProgramParser();

  static Stream<Path> listings() throws IOException {
    return Files.list(Path.of("src/test/resources/damaged")).sorted();
  }

  @ParameterizedTest
  @MethodSource("listings")
  void oneMessageTellsAllAndTheMendedTextIsC(Path listing) throws IOException {
    SourceText text = new SourceText(listing.toString(), Files.readString(listing));
    assertThat(language.parse(text, Includes.NONE).diagnostics())
        .filteredOn(Diagnostic::isError)
        .singleElement()
        .satisfies(told -> assertThat(MendedText.isDamage(told)).isTrue());
    SourceText mended = MendedText.of(text).mended();
    assertThat(mended.lineCount()).isEqualTo(text.lineCount());
    assertThat(language.parse(mended, Includes.NONE).hasErrors()).isFalse();
    assertThat(MendedText.of(mended).isNeeded()).isFalse();
    assertThat(mended.text()).doesNotContain("/n\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "＃include <stdio.h>|#include <stdio.h>",
        "#includesys/types.h|#include <sys/types.h>",
        "#include stdio.h>|#include <stdio.h>",
        "#include《stdio.h》|#include<stdio.h>",
        "int x＝3；|int x=3;",
        "fork() &amp;&amp; fork();|fork() && fork();",
        "printf(“hi/n”);|printf(\"hi\\n\");"
      })
  void isMended(String damaged, String meant) {
    assertThat(MendedText.of(new SourceText("x.c", damaged)).mended().text()).isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "int x = 3;",
        "#include <stdio.h>",
        "char *path = \"/n\";",
        "printf(\"hello/n\");",
        "char *s = \"（全角）\"; // ；",
        "int view = 1;",
        "a[3] = 4;"
      })
  void isLeftAlone(String sound) {
    MendedText mending = MendedText.of(new SourceText("x.c", sound));
    assertThat(mending.isNeeded()).isFalse();
    assertThat(mending.mended().text()).isEqualTo(sound);
  }

  @Test
  void blanksOfOtherKindsAreBlanksWithOneWarning() {
    SourceText text = new SourceText("x.c", "int\u00a0main(void)\u3000{\u00a0return\u30000; }");
    Parsed<?> parsed = language.parse(text, Includes.NONE);
    assertThat(parsed.hasErrors()).isFalse();
    assertThat(parsed.diagnostics()).extracting(Diagnostic::key).containsExactly("c.paste.space");
  }

  @Test
  void swallowedHeadersComeBackFromWhatIsUsed() {
    String text = "#include\n#include\nint main() { pid_t p = fork(); printf(\"%d\", p); }";
    assertThat(MendedText.of(new SourceText("x.c", text)).mended().text())
        .startsWith("#include <stdio.h>\n#include <unistd.h>\nint");
  }
}
