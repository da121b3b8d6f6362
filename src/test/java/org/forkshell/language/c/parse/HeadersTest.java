package org.forkshell.language.c.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.forkshell.language.Includes;
import org.forkshell.language.c.syntax.Declaration;
import org.forkshell.language.c.syntax.TypeSyntax;
import org.forkshell.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HeadersTest {
  private static final Path RESOURCES = Path.of("src/main/resources");

  private static List<String> files(String folder) throws IOException {
    Path root = RESOURCES.resolve(folder.substring(1));
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile)
          .map(root::relativize)
          .map(Path::toString)
          .sorted()
          .toList();
    }
  }

  static List<String> headers() throws IOException {
    return files(Headers.INCLUDE);
  }

  static List<String> librarySources() throws IOException {
    return files(Headers.LIBRARY).stream().filter(name -> name.endsWith(".c")).toList();
  }

  @ParameterizedTest
  @MethodSource("headers")
  void headerStandsAlone(String header) {
    assertThat(CText.places(CText.parse("#include <" + header + ">\n").diagnostics())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("librarySources")
  void librarySourceIsC(String source) throws IOException {
    assertThat(CText.places(atOnce(source).diagnostics())).isEmpty();
    assertThat(CText.places(CText.C.library(source).diagnostics())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("librarySources")
  void bodyReadLateIsTheBody(String source) throws IOException {
    assertThat(TreePrinter.unit(CText.C.library(source).tree()))
        .isEqualTo(TreePrinter.unit(atOnce(source).tree()));
  }

  @ParameterizedTest
  @MethodSource("headers")
  void whatAHeaderDeclaresItsOwnSourceDefines(String header) throws IOException {
    String source = header.replaceAll("h$", "c");
    Set<String> defined =
        librarySources().contains(source) ? definitions(CText.C.library(source).tree()) : Set.of();
    assertThat(
            CText.parse("#include <" + header + ">\n").tree().declarations().stream()
                .filter(each -> each.span().source().name().equals("<" + header + ">"))
                .flatMap(each -> wanted(each).stream()))
        .isSubsetOf(defined);
  }

  private static Set<String> definitions(Declaration.Unit unit) {
    Set<String> names = new HashSet<>();
    for (Declaration each : unit.declarations()) {
      if (each instanceof Declaration.Function function) {
        names.add(function.name());
      } else if (each instanceof Declaration.Variable object
          && object.storage() == Declaration.Storage.NONE
          && !(object.type() instanceof TypeSyntax.Function)) {
        names.add(object.name());
      }
    }
    return names;
  }

  /** What has to be defined so that the declaration is of use: a call would go nowhere. */
  private static Optional<String> wanted(Declaration declaration) {
    return declaration instanceof Declaration.Variable variable
            && variable.storage() != Declaration.Storage.NATIVE
            && variable.storage() != Declaration.Storage.SYSTEM
        ? Optional.of(variable.name())
        : Optional.empty();
  }

  private static Parsed<Declaration.Unit> atOnce(String source) throws IOException {
    Path file = RESOURCES.resolve(Headers.LIBRARY.substring(1)).resolve(source);
    return CText.C.library(new SourceText(source, Files.readString(file)));
  }

  @Test
  void everyPublicHeaderIsListed() throws IOException {
    assertThat(Headers.NAMES)
        .containsExactlyInAnyOrderElementsOf(
            headers().stream().filter(name -> !name.startsWith("bits/")).toList());
  }

  @Test
  void preludeHasNoMistakes() {
    assertThat(CText.places(CText.C.prelude().diagnostics())).isEmpty();
  }

  @Test
  void namesAreFoundInTheHeaderOneIncludesForThem() {
    assertThat(CText.C.headerOf("fork")).isEqualTo("unistd.h");
    assertThat(CText.C.headerOf("WIFEXITED")).isEqualTo("sys/wait.h");
    assertThat(CText.C.headerOf("pid_t")).isEqualTo("sys/types.h");
    assertThat(CText.C.headerOf("SIGKILL")).isEqualTo("signal.h");
    assertThat(CText.C.headerOf("getopt")).isEqualTo("unistd.h");
    assertThat(CText.C.headerOf("frobnicate")).isNull();
  }

  @Test
  void forgottenFunctionIsDeclaredWithAWarning() {
    var parsed = CText.parse("int main(void) { fork(); return 0; }");
    assertThat(CText.places(parsed.diagnostics())).containsExactly("1:18 c.include.function");
    assertThat(parsed.hasErrors()).isFalse();
    assertThat(TreePrinter.unit(parsed.tree()))
        .contains("typedef pid_t:")
        .contains("fork: function()");
  }

  @Test
  void oneWarningAHeader() {
    assertThat(
            CText.places(CText.parse("int main(void) { fork(); getpid(); fork(); }").diagnostics()))
        .containsExactly("1:18 c.include.function");
  }

  @Test
  void functionDefinedFurtherDownIsNotTheLibrarys() {
    var parsed = CText.parse("int main(void) { return read(1); }\nint read(int x) { return x; }\n");
    assertThat(parsed.diagnostics()).isEmpty();
    assertThat(parsed.tree().declarations()).hasSize(2);
  }

  @Test
  void forgottenTypesAndConstantsAreErrors() {
    String text = "int main(void) { pid_t p; int s; return WIFEXITED(s) ? WNOHANG : (size_t) 3; }";
    assertThat(CText.places(CText.parse(text).diagnostics()))
        .containsExactly("1:18 c.include.type", "1:41 c.include.name", "1:67 c.include.type");
  }

  @Test
  void ownTypeOfALibrarysNameIsOnesOwn() {
    assertThat(
            CText.parse("typedef int pid_t; pid_t x; typedef struct { int y; } FILE; FILE f;")
                .diagnostics())
        .isEmpty();
  }

  @Test
  void declarationsOfHeadersBelongToTheHeader() {
    List<Declaration> all =
        CText.C.parse(new SourceText("test.c", "#include <unistd.h>\n"), Includes.NONE)
            .tree()
            .declarations();
    assertThat(all).anyMatch(each -> each.span().source().name().equals("<unistd.h>"));
  }
}
