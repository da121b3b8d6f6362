package org.forkshell.language.c.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.forkshell.language.TokenRegion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TokenClassesTest {
  static Stream<Arguments> lines() {
    return Stream.of(
        arguments(
            "if (x) fork();",
            "KEYWORD:if PUNCTUATION:( IDENTIFIER:x PUNCTUATION:) CALL:fork PUNCTUATION:("
                + " PUNCTUATION:) PUNCTUATION:;"),
        arguments("pid_t p = 3", "TYPE:pid_t IDENTIFIER:p PUNCTUATION:= NUMBER:3"),
        arguments("int /* a */ x // b", "TYPE:int COMMENT:/* a */ IDENTIFIER:x COMMENT:// b"),
        arguments("#include <sys/wait.h>", "PREPROCESSOR:#include STRING:<sys/wait.h>"),
        arguments("puts \"a\"", "IDENTIFIER:puts STRING:\"a\""),
        arguments("puts \"a", "IDENTIFIER:puts ERROR:\"a"),
        arguments("/* open", "COMMENT:/* open"),
        arguments("x @", "IDENTIFIER:x ERROR:@"));
  }

  @ParameterizedTest
  @MethodSource("lines")
  void lineIsColoured(String text, String classes) {
    StringBuilder out = new StringBuilder();
    for (TokenRegion region : TokenClasses.of(text)) {
      out.append(out.length() == 0 ? "" : " ").append(region.kind()).append(':');
      out.append(text, region.start(), region.end());
    }
    assertThat(out.toString()).isEqualTo(classes);
  }
}
