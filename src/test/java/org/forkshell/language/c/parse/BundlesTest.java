package org.forkshell.language.c.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BundlesTest {
  private static Properties bundle(String name) throws IOException {
    Properties bundle = new Properties();
    try (Reader in =
        Files.newBufferedReader(Path.of("src/main/resources/org/forkshell/source", name))) {
      bundle.load(in);
    }
    // Only English has a singular.
    bundle.keySet().removeIf(key -> key.toString().matches(".*\\.one\\d"));
    return bundle;
  }

  @Test
  void bothLanguagesSayTheSameThings() throws IOException {
    assertThat(bundle("Diagnostics_zh.properties").stringPropertyNames())
        .isEqualTo(bundle("Diagnostics.properties").stringPropertyNames());
  }

  @Test
  void everySentenceIsAPattern() throws IOException {
    for (String name : new String[] {"Diagnostics.properties", "Diagnostics_zh.properties"}) {
      Properties bundle = bundle(name);
      for (String key : bundle.stringPropertyNames()) {
        String sentence =
            new MessageFormat(bundle.getProperty(key), Locale.ROOT)
                .format(new Object[] {"a", "b", "c", "d"});
        assertThat(sentence).as(key).isNotBlank().doesNotContain("{0}", "{1}");
      }
    }
  }

  @Test
  void everyKeyInTheCodeHasASentenceAndEverySentenceAKey() throws IOException {
    Set<String> used = new TreeSet<>();
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java/org/forkshell/language/c"))) {
      for (Path source : sources.filter(Files::isRegularFile).toList()) {
        Matcher key = Pattern.compile("\"(c\\.[a-zA-Z.]+)\"").matcher(Files.readString(source));
        while (key.find()) {
          used.add(key.group(1));
        }
      }
    }
    Set<String> told = new TreeSet<>();
    for (String key : bundle("Diagnostics.properties").stringPropertyNames()) {
      if (key.startsWith("c.") && !key.endsWith(".try")) {
        told.add(key);
      }
    }
    assertThat(told).isEqualTo(used);
  }
}
