package org.forkshell.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {
  private static final Pattern HOLE = Pattern.compile("\\{\\d}");

  private static Properties read(String path) throws IOException {
    Properties properties = new Properties();
    properties.load(
        new InputStreamReader(
            MessagesTest.class.getResourceAsStream(path), StandardCharsets.UTF_8));
    return properties;
  }

  @ParameterizedTest
  @ValueSource(strings = {"/org/forkshell/view/Messages", "/org/forkshell/shell/Messages"})
  void bothLanguagesSayTheSame(String bundle) throws IOException {
    Properties english = read(bundle + ".properties");
    Properties chinese = read(bundle + "_zh.properties");
    // Only English has a singular.
    english.keySet().removeIf(key -> key.toString().matches(".*\\.one\\d"));
    assertThat(chinese.keySet()).isEqualTo(english.keySet());
    for (String key : english.stringPropertyNames()) {
      assertThat(holes(chinese.getProperty(key)))
          .as("arguments of %s", key)
          .isEqualTo(holes(english.getProperty(key)));
    }
  }

  private static TreeSet<String> holes(String sentence) {
    TreeSet<String> holes = new TreeSet<>();
    HOLE.matcher(sentence).results().forEach(hole -> holes.add(hole.group()));
    return holes;
  }

  @Test
  void argumentsArePutInAndNothingElseIsSpecial() {
    assertThat(Messages.filled("{0}'s {1} {x} {9} {", "P", 3)).isEqualTo("P's 3 {x} {9} {");
    assertThat(Messages.filled("{0} {1}", "{1}", "x")).isEqualTo("{1} x");
  }

  @Test
  void oneIsOneAndNotMany() {
    Messages words = new Messages(Messages.class, "Messages", Locale.ENGLISH);
    assertThat(words.get("note.more.calls", 1)).isEqualTo("1 more call");
    assertThat(words.get("note.more.calls", 2)).isEqualTo("2 more calls");
    assertThat(new Messages(Messages.class, "Messages", Locale.CHINESE).get("note.more.calls", 1))
        .doesNotContain("call");
  }

  @Test
  void aChineseLearnerReadsChinese() {
    Messages words = new Messages(Messages.class, "Messages", Locale.SIMPLIFIED_CHINESE);
    assertThat(words.get("note.fork-returned.child")).isEqualTo("子进程得到 0");
  }
}
