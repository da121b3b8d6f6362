package org.forkshell.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.forkshell.lesson.LessonReader.Reading;
import org.forkshell.source.Diagnostic;
import org.forkshell.source.SourceText;
import org.forkshell.source.Span;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lessons that somebody else wrote, by mistake or to do harm. */
class HostileLessonTest {
  private static final String FRONT =
      "---\ntitle: T\nsummary: S\nminutes: 1\ncovers: B4\n---\n\n# T\n\n## One\n\n";

  @TempDir Path top;
  private Path folder;

  @BeforeEach
  void makeFolder() throws IOException, InterruptedException {
    folder = Files.createDirectories(top.resolve("lessons/01-x"));
    Files.writeString(top.resolve("secret.c"), "int main(void) { return 0; }\n");
    Files.writeString(folder.resolve("good.c"), "int main(void) { return 0; }\n");
    Files.createDirectory(folder.resolve("directory.c"));
    Files.createSymbolicLink(folder.resolve("inner.c"), Path.of("good.c"));
    Files.createSymbolicLink(folder.resolve("out.c"), Path.of("../../secret.c"));
    Files.createSymbolicLink(folder.resolve("zero.c"), Path.of("/dev/zero"));
    Files.createSymbolicLink(folder.resolve("loop.c"), Path.of("loop.c"));
    Files.createSymbolicLink(folder.resolve("dangling.c"), Path.of("/no/such/file"));
    Files.createSymbolicLink(folder.resolve("away"), Path.of("../.."));
    assertThat(new ProcessBuilder("mkfifo", folder.resolve("fifo.c").toString()).start().waitFor())
        .isZero();
    try (RandomAccessFile large = new RandomAccessFile(folder.resolve("large.c").toFile(), "rw")) {
      large.setLength(100 << 20);
    }
  }

  /** JUnit warns of links that lead out of its directory. */
  @AfterEach
  void removeLinks() throws IOException {
    try (Stream<Path> files = Files.walk(top)) {
      for (Path link : files.filter(Files::isSymbolicLink).toList()) {
        Files.delete(link);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../secret.c",
        "../../nothing.c",
        "../02-y/x.c",
        "..",
        "a/../../../secret.c",
        "/etc/passwd",
        "/dev/zero",
        "out.c",
        "zero.c",
        "away/secret.c"
      })
  void aProgramOutsideTheFolderIsRefused(String program) {
    Diagnostic refusal = only(run(program));

    assertThat(refusal.key()).isEqualTo("lesson.file.outside");
    assertThat(refusal.span().line()).isEqualTo(13);
    assertThat(refusal.span().text()).isEqualTo("program: " + program);
    assertThat(refusal.render(Locale.ENGLISH))
        .contains("README.md:13:1: error:", program + "” is not in the lesson's folder");
    assertThat(refusal.render(Locale.CHINESE)).contains("不在这一课的文件夹里");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fifo.c", "directory.c", ".", "sub/.."})
  void whatIsNoRegularFileIsNotOpened(String program) throws IOException {
    Files.createDirectory(folder.resolve("sub"));

    assertThat(only(run(program)).key()).isEqualTo("lesson.file.irregular");
  }

  @ParameterizedTest
  @ValueSource(strings = {"loop.c", "dangling.c"})
  void aLinkThatLeadsNowhereCannotBeRead(String program) {
    assertThat(only(run(program)).key()).isEqualTo("lesson.file.unreadable");
  }

  @Test
  void aLargeProgramIsRefused() {
    assertThat(only(run("large.c")).message(Locale.ENGLISH))
        .isEqualTo("“large.c” has 104857600 bytes; a file of a lesson has at most 1048576");
  }

  @ParameterizedTest
  @ValueSource(strings = {"good.c", "./good.c", "inner.c", "sub/../good.c", "not-yet.c"})
  void whatLiesInTheFolderIsNot(String program) throws IOException {
    Files.createDirectory(folder.resolve("sub"));

    assertThat(run(program)).isEmpty();
  }

  @Test
  void aNameThatNoFileCanHaveIsRefused() {
    assertThat(run("a".repeat(5000) + ".c")).isEmpty();
    assertThat(new LessonFolder(folder).refusal("a\0b", top())).isNotNull();
  }

  @Test
  void anExperimentsProgramIsLookedAtAsWell() {
    List<Diagnostic> found =
        read(
            FRONT
                + "```experiment\nclaim: 1\nsays: S\nprogram: ../x.c\nholds if: yes\nheld: y\n"
                + "did not hold: n\nnot tried: z\n```\n");

    assertThat(only(found).key()).isEqualTo("lesson.file.outside");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "output \"%s\" = 1",
        "%s",
        "processes = %s",
        "value of \"%s\" = 1",
        "\"\\%s\" = 1"
      })
  void aLongConditionIsRefusedAtItsPlace(String form) {
    String condition = form.formatted("x".repeat(5000));

    Diagnostic refusal = only(read(FRONT + "```check\nexpect: " + condition + "\n```\n"));

    assertThat(refusal.message(Locale.ENGLISH))
        .isEqualTo(condition.length() + " characters are too long; at most 1000 are read here");
    assertThat(refusal.span().line()).isEqualTo(13);
  }

  @Test
  void nestingWithoutEndIsRefused() {
    for (String nested :
        List.of(
            "(".repeat(5000) + "yes" + ")".repeat(5000),
            "not ".repeat(5000) + "yes",
            "runs where (".repeat(2000) + "yes" + ")".repeat(2000))) {
      assertThat(only(read(FRONT + "```check\nexpect: " + nested + "\n```\n")).key())
          .isEqualTo("lesson.long");
      assertThat(
              only(read(
                      FRONT
                          + "```predict\nask: ?\nchoice: a | yes\nchoice: b | "
                          + nested
                          + "\n```"))
                  .key())
          .isEqualTo("lesson.long");
    }
  }

  @Test
  void whatJustFitsIsRead() {
    String nested = "(".repeat(498) + "yes" + ")".repeat(498);

    assertThat(read(FRONT + "```check\nexpect: " + nested + "\n```\n")).isEmpty();
    assertThat(read(FRONT + "```check\nexpect: output \"" + "x".repeat(980) + "\" = 1\n```\n"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "2000000000", "99999999999999999999"})
  void aNumberOutOfItsRangeIsRefused(String number) {
    for (String word : List.of("limit", "timeout")) {
      List<Diagnostic> found =
          read(FRONT + "```run\nprogram: good.c\n" + word + ": " + number + "\n```\n");

      assertThat(only(found).key()).isIn("lesson.range", "lesson.number");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"> ", "- ", "*a ", "![", "1. ", "_a **b "})
  void aTextThatIsNestedWithoutEndIsReadOrRefused(String nested) {
    List<Diagnostic> found = read(FRONT + nested.repeat(10_000) + "x" + " b** a_".repeat(10_000));

    assertThat(found.stream().map(Diagnostic::key)).isSubsetOf("lesson.deep");
  }

  @Test
  void aBinaryFileIsNoLesson() throws IOException {
    Files.copy(Path.of("/bin/true"), folder.resolve("README.md"));

    assertThat(only(reading().diagnostics()).key()).isIn("lesson.binary", "lesson.notUtf8");
    Files.write(folder.resolve("README.md"), new byte[100]);
    assertThat(only(reading().diagnostics()).key()).isEqualTo("lesson.binary");
  }

  @Test
  void anotherEncodingIsToldAtItsPlace() throws IOException {
    String text = FRONT + "In English.\nIn 中文.\n";
    Files.write(folder.resolve("README.md"), text.getBytes(Charset.forName("GB18030")));

    Diagnostic refusal = only(reading().diagnostics());

    assertThat(refusal.render(Locale.ENGLISH)).contains("README.md:13:4: error:", "UTF-8");
  }

  @Test
  void aCharacterThatIsCutOffAtTheEndIsToldAsWell() throws IOException {
    byte[] text = (FRONT + "中").getBytes(StandardCharsets.UTF_8);
    Files.write(folder.resolve("README.md"), Arrays.copyOf(text, text.length - 1));

    assertThat(only(reading().diagnostics()).key()).isEqualTo("lesson.notUtf8");
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheText() {
    assertThat(read("\uFEFF" + FRONT + "Words.\n")).isEmpty();
  }

  @Test
  void aLargeFileIsNotRead() throws IOException {
    try (RandomAccessFile large =
        new RandomAccessFile(folder.resolve("README.md").toFile(), "rw")) {
      large.setLength(100 << 20);
    }

    assertThat(only(reading().diagnostics()).key()).isEqualTo("lesson.file.large");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fifo.c", "zero.c", "out.c", "directory.c", "loop.c", "dangling.c"})
  void aReadmeThatIsNoFileOfTheFolderIsRefused(String target) throws IOException {
    Files.move(folder.resolve(target), folder.resolve("README.md"));

    assertThat(LessonCatalog.isLesson(folder)).isTrue();
    assertThat(only(reading().diagnostics()).key()).startsWith("lesson.file.");
  }

  @Test
  void aliasesOfYamlMeanNothing() {
    String bomb = "a: &a [x,x,x]\nb: &b [*a,*a,*a]\nc: &c [*b,*b,*b]\n".repeat(1000);

    assertThat(read(FRONT.replace("covers: B4\n", "covers: B4\n" + bomb))).isEmpty();
  }

  @Test
  void anUnreadableFileSaysWhy() throws IOException {
    Path file = Files.writeString(folder.resolve("README.md"), FRONT);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    assumeThat(Files.isReadable(file)).isFalse();

    assertThat(only(reading().diagnostics()).message(Locale.ENGLISH)).contains("permission denied");
  }

  @Test
  void anUnreadableCatalogSaysWhy() throws IOException {
    Path catalog = folder.getParent();
    Files.setPosixFilePermissions(catalog, PosixFilePermissions.fromString("---------"));
    try {
      assumeThat(Files.isReadable(catalog)).isFalse();
      assertThat(new LessonCatalog(catalog).lessons()).isEmpty();
      assertThat(new LessonCatalog(catalog).problem()).isNotNull();
    } finally {
      Files.setPosixFilePermissions(catalog, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  @Test
  void aCatalogThatIsALinkToItselfIsAProblemAndOneThatHoldsSuchIsNone() throws IOException {
    Path loop = Files.createSymbolicLink(top.resolve("loop"), Path.of("loop"));
    Files.writeString(folder.resolve("README.md"), FRONT);
    Files.createSymbolicLink(top.resolve("lessons/self"), Path.of("."));

    assertThat(new LessonCatalog(loop).lessons()).isEmpty();
    assertThat(new LessonCatalog(loop).problem()).isNotNull();
    assertThat(new LessonCatalog(folder.getParent()).lessons()).containsExactly(folder);
    assertThat(new LessonCatalog(top.resolve("none")).problem()).isNull();
  }

  private Span top() {
    return new Span(new SourceText("", ""), 0, 0);
  }

  private List<Diagnostic> run(String program) {
    return read(FRONT + "```run\nprogram: " + program + "\n```\n");
  }

  private List<Diagnostic> read(String text) {
    try {
      Files.writeString(folder.resolve("README.md"), text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return reading().diagnostics();
  }

  private Reading reading() {
    return LessonReader.read(folder, Locale.ENGLISH);
  }

  private static Diagnostic only(List<Diagnostic> found) {
    assertThat(found).hasSize(1);
    return found.get(0);
  }
}
