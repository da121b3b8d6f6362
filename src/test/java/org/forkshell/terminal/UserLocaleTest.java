package org.forkshell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserLocaleTest {
  @Test
  void theLanguageIsWhatTheEnvironmentAsksFor() {
    assertThat(UserLocale.language(Map.of("LANG", "zh_CN.UTF-8"))).isEqualTo(Locale.CHINESE);
    assertThat(UserLocale.language(Map.of("LANG", "zh_CN.UTF-8", "LC_ALL", "C")))
        .isEqualTo(Locale.ENGLISH);
    assertThat(UserLocale.language(Map.of())).isEqualTo(Locale.ENGLISH);
  }

  @Test
  void theEncodingIsToo() {
    assertThat(UserLocale.charset(Map.of("LANG", "zh_CN.UTF-8"))).isEqualTo(StandardCharsets.UTF_8);
    assertThat(UserLocale.charset(Map.of("LANG", "C.utf8"))).isEqualTo(StandardCharsets.UTF_8);
    assertThat(UserLocale.charset(Map.of("LC_ALL", "C", "LANG", "C.UTF-8")))
        .isEqualTo(StandardCharsets.US_ASCII);
  }
}
