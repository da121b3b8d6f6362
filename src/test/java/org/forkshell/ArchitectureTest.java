package org.forkshell;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.InstanceofCheck;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.forkshell.process.Event;
import org.forkshell.process.SystemClock;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Holds the code to the table of packages: each imports only what its row names. */
class ArchitectureTest {

  /**
   * The table. A name stands for a package below {@code org.forkshell} and all packages below that,
   * except those that have a row of their own above. Libraries are named in full. The Java platform
   * and JSpecify are free to all.
   */
  private static final List<Row> TABLE =
      List.of(
          row("source"),
          row("abi"),
          row("ir", "abi", "source"),
          row("codegen", "ir", "abi", "source"),
          row("language.c.syntax", "ir", "source"),
          row("language.c.parse", "language.c.syntax", "language", "ir", "source"),
          row("language.c.check", "language.c.syntax", "language", "ir", "abi", "source"),
          row(
              "language.c.save",
              "language.c.check",
              "language.c.parse",
              "language.c.syntax",
              "language",
              "ir",
              "source"),
          row(
              "language.c",
              "language.c.save",
              "language.c.check",
              "language.c.parse",
              "language.c.syntax",
              "language",
              "ir",
              "source"),
          row("language", "ir", "source"),
          row("machine", "abi"),
          row("process"),
          row("wire", "process"),
          row("posix", "abi", "process").withLibraries("jnr", "com.kenai"),
          row("kernel.linux", "kernel", "machine", "abi", "wire", "posix", "process"),
          row("kernel", "machine", "abi", "process"),
          row("lab", "kernel", "kernel.linux", "machine", "abi", "wire", "posix", "process"),
          row("execution", "abi", "wire", "posix", "process"),
          row("view", "process", "source").withLibraries("com.grack.nanojson"),
          row("lesson", "view", "process", "source").withLibraries("org.commonmark"),
          row("terminal", "view", "process").withLibraries("org.jline", "org.fusesource.jansi"),
          row(
              "shell.command",
              "shell",
              "view",
              "execution",
              "wire",
              "process",
              "codegen",
              "language",
              "ir",
              "abi",
              "source"),
          row(
              "shell",
              "view",
              "execution",
              "wire",
              "posix",
              "process",
              "codegen",
              "language",
              "ir",
              "abi",
              "source"),
          row(
              "tutor",
              "shell",
              "shell.command",
              "lesson",
              "view",
              "execution",
              "wire",
              "process",
              "codegen",
              "language",
              "source"),
          row(
                  "prompt",
                  "tutor",
                  "shell",
                  "shell.command",
                  "terminal",
                  "view",
                  "process",
                  "codegen",
                  "language",
                  "ir",
                  "source")
              .withLibraries("org.jline"),
          allBut(
                  "cli",
                  "lab",
                  "kernel",
                  "kernel.linux",
                  "machine",
                  "language.c.parse",
                  "language.c.check",
                  "language.c.save",
                  "language.c.syntax")
              .withLibraries("picocli"));

  private static final List<String> FREE_TO_ALL = List.of("java", "org.jspecify.annotations");

  /**
   * The one class that may touch memory by address; the JDK warns about it and may take it away.
   */
  private static final String USER_OF_UNSAFE = "org.forkshell.machine.RawMemory";

  /** Methods whose one question is about kinds of events that have no group of their own. */
  private static final List<String> FILTERS_BY_TWO_KINDS =
      List.of("Family.isSignalSent", "EventOrder.isOverdue");

  /**
   * Who may read /proc: whoever stands beside the processes, and one class that asks where this
   * process's own descriptors lead. All others ask an {@link org.forkshell.execution.Inspector} of
   * the run.
   */
  private static final List<String> READERS_OF_PROC =
      List.of(
          "org.forkshell.posix",
          "org.forkshell.kernel.linux",
          "org.forkshell.lab",
          "org.forkshell.execution",
          "org.forkshell.terminal.Descriptor");

  private static final Pattern PROC = Pattern.compile("/proc(?![A-Za-z])");

  /**
   * What asks the machine for the time, lets time go by, or draws lots. Not SecureRandom, which
   * makes names that nobody must guess, no test either.
   */
  private static final Map<String, List<String>> TIME_AND_CHANCE =
      Map.of(
          "java.lang.System", List.of("nanoTime", "currentTimeMillis"),
          "java.lang.Thread", List.of("sleep"),
          "java.util.concurrent.TimeUnit", List.of("sleep"),
          "java.util.concurrent.locks.LockSupport", List.of("parkNanos", "parkUntil"),
          "java.time.Instant", List.of("now"),
          "java.time.LocalDateTime", List.of("now"),
          "java.time.Clock", List.of("systemUTC", "systemDefaultZone"),
          "java.lang.Math", List.of("random"),
          "java.util.concurrent.ThreadLocalRandom", List.of("current"),
          "java.util.Random", List.of("<init>"));

  /**
   * Who may: the clock that everybody else is given; the processes of a program, whose time is the
   * kernel's; and the macro that says when a program was translated.
   */
  private static final List<String> USERS_OF_TIME_AND_CHANCE =
      List.of(
          "org.forkshell.process.SystemClock",
          "org.forkshell.kernel.linux",
          "org.forkshell.lab",
          "org.forkshell.language.c.parse.Expander");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.forkshell");

  @ParameterizedTest
  @FieldSource("TABLE")
  void importsOnlyWhatItsRowNames(Row row) {
    List<JavaClass> classes = CLASSES.stream().filter(c -> row.equals(rowOf(c))).toList();
    assertThat(classes).as("the classes of " + row).isNotEmpty();

    Stream<Dependency> breaches =
        classes.stream()
            .flatMap(c -> c.getDirectDependenciesFromSelf().stream())
            .filter(dependency -> !row.permits(dependency));

    assertThat(breaches.map(Dependency::getDescription).distinct().sorted())
        .as("what %s imports beyond its row", row)
        .isEmpty();
  }

  /** A permission that nobody uses would hide the day on which somebody does. */
  @ParameterizedTest
  @FieldSource("TABLE")
  void namesOnlyWhatIsUsed(Row row) {
    Stream<String> used =
        CLASSES.stream()
            .filter(c -> row.equals(rowOf(c)))
            .flatMap(c -> c.getDirectDependenciesFromSelf().stream())
            .map(dependency -> rowOf(dependency.getTargetClass().getBaseComponentType()))
            .filter(other -> other != null && !other.equals(row))
            .map(Row::name)
            .distinct();

    assertThat(used).as("what %s imports", row).containsAll(row.named());
  }

  /** A name that stood twice would have to be told apart by its package, in talk too. */
  @Test
  void simpleNamesStandOnce() {
    Map<String, Set<String>> packages = new TreeMap<>();
    CLASSES.stream()
        .filter(JavaClass::isTopLevelClass)
        .filter(c -> !c.getSimpleName().equals("package-info"))
        .forEach(
            c ->
                packages
                    .computeIfAbsent(c.getSimpleName(), name -> new TreeSet<>())
                    .add(c.getPackageName()));

    assertThat(packages).hasSizeGreaterThan(300);
    packages.values().removeIf(one -> one.size() == 1);
    assertThat(packages).as("names of several classes").isEmpty();
  }

  /** A front end is seen as a Language; one class says which there are. */
  @Test
  void oneClassNamesAFrontEnd() {
    assertThat(
            CLASSES.stream()
                .filter(c -> !isIn(c.getPackageName(), "org.forkshell.language"))
                .filter(
                    c ->
                        c.getDirectDependenciesFromSelf().stream()
                            .map(Dependency::getTargetClass)
                            .map(target -> target.getBaseComponentType().getPackageName())
                            .anyMatch(target -> isIn(target, "org.forkshell.language.c")))
                .map(JavaClass::getSimpleName))
        .containsExactly("Languages");
  }

  @Test
  void everyClassBelongsToAPackageOfTheTable() {
    assertThat(CLASSES.stream().filter(c -> rowOf(c) == null).map(JavaClass::getName)).isEmpty();
    assertThat(CLASSES).isNotEmpty();
  }

  /**
   * Who tells kinds of events apart is an EventVisitor, so that a new kind cannot fall through. A
   * method that only asks whether an event is of one kind, or of one group, is a filter.
   */
  @Test
  void asksOfAnEventOneQuestionOrVisitsIt() {
    Map<String, Set<String>> questions = new TreeMap<>();
    for (JavaClass c : CLASSES) {
      for (InstanceofCheck check : c.getInstanceofChecks()) {
        if (check.getRawType().isAssignableTo(Event.class)) {
          questions
              .computeIfAbsent(
                  c.getSimpleName() + "." + check.getOwner().getName(), key -> new TreeSet<>())
              .add(check.getRawType().getSimpleName());
        }
      }
    }

    assertThat(questions).as("filters").hasSizeGreaterThan(3);
    questions.values().removeIf(kinds -> kinds.size() == 1);
    assertThat(questions.keySet())
        .as("methods that tell kinds of events apart by instanceof")
        .containsExactlyInAnyOrderElementsOf(FILTERS_BY_TWO_KINDS);
  }

  @Test
  void onlyThoseBesideTheProcessesReadProc() throws IOException {
    Set<String> readers = new TreeSet<>();
    for (JavaClass c : CLASSES) {
      if (PROC.matcher(bytes(c)).find()) {
        readers.add(c.getName());
      }
    }

    assertThat(readers)
        .as("classes with /proc in their constants")
        .contains("org.forkshell.execution.ProcessStatus");
    readers.removeIf(name -> READERS_OF_PROC.stream().anyMatch(root -> isIn(name, root)));
    assertThat(readers).as("those of them that may not").isEmpty();
  }

  /** The class file, a character for each byte. */
  private static String bytes(JavaClass c) throws IOException {
    try (InputStream file = c.getSource().orElseThrow().getUri().toURL().openStream()) {
      return new String(file.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  /** A state that a test cannot reach without waiting is in the wrong place. */
  @Test
  void timeAndChanceComeInThroughConstructors() {
    Set<String> users = new TreeSet<>();
    for (JavaClass c : CLASSES) {
      c.getCodeUnitAccessesFromSelf().stream()
          .filter(access -> asks(access.getTargetOwner(), access.getTarget().getName()))
          .forEach(access -> users.add(c.getName()));
    }

    assertThat(users).as("users").contains("org.forkshell.process.SystemClock");
    users.removeIf(name -> USERS_OF_TIME_AND_CHANCE.stream().anyMatch(root -> isIn(name, root)));
    assertThat(users).as("users that are not given a clock").isEmpty();
  }

  private static boolean asks(JavaClass owner, String method) {
    return TIME_AND_CHANCE.getOrDefault(owner.getName(), List.of()).contains(method);
  }

  @Test
  void onlyTheCommandLineMakesTheMachinesClock() {
    assertThat(
            CLASSES.stream()
                .filter(c -> !isIn(c.getPackageName(), "org.forkshell.cli"))
                .flatMap(c -> c.getConstructorCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().isEquivalentTo(SystemClock.class))
                .map(call -> call.getDescription()))
        .isEmpty();
  }

  @Test
  void everyPackageIsNullMarked() {
    assertThat(
            CLASSES.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(p -> !p.isAnnotatedWith(NullMarked.class))
                .map(p -> p.getName()))
        .as("packages without a package-info.java annotated @NullMarked")
        .isEmpty();
  }

  /** What {@link #importsOnlyWhatItsRowNames} rests on, tried on rows whose answer is known. */
  @Test
  void aRowPermitsItselfItsNeighboursAndNothingElse() {
    Row codegen = row("codegen", "ir", "abi", "source");

    assertThat(
            List.of(
                "org.forkshell.codegen",
                "org.forkshell.codegen.x86",
                "org.forkshell.ir",
                "org.forkshell.abi",
                "java.util"))
        .allMatch(codegen::permitsPackage);
    assertThat(
            List.of(
                "org.forkshell.machine",
                "org.forkshell.codegenerator",
                "org.forkshell.execution",
                "jnr.posix",
                "javax.swing",
                "picocli",
                "sun.misc"))
        .noneMatch(codegen::permitsPackage);
    assertThat(allBut("cli", "lab").permitsPackage("org.forkshell.lab")).isFalse();
    assertThat(allBut("cli", "lab").permitsPackage("org.forkshell.execution")).isTrue();
  }

  private static Row row(String name, String... neighbours) {
    return new Row(name, List.of(neighbours)::contains, List.of(neighbours), List.of());
  }

  private static Row allBut(String name, String... strangers) {
    return new Row(
        name, neighbour -> !List.of(strangers).contains(neighbour), List.of(), List.of());
  }

  private static @Nullable Row rowOf(JavaClass c) {
    return TABLE.stream().filter(row -> row.holds(c.getPackageName())).findFirst().orElse(null);
  }

  private static boolean isIn(String packageName, String root) {
    return packageName.equals(root) || packageName.startsWith(root + ".");
  }

  /**
   * @param named the neighbours, where the row names them
   */
  private record Row(
      String name, Predicate<String> neighbour, List<String> named, List<String> libraries) {

    Row withLibraries(String... names) {
      return new Row(name, neighbour, named, List.of(names));
    }

    boolean holds(String packageName) {
      return isIn(packageName, "org.forkshell." + name);
    }

    boolean permits(Dependency dependency) {
      JavaClass target = dependency.getTargetClass().getBaseComponentType();
      return target.isPrimitive()
          || permitsPackage(target.getPackageName())
          || (target.getName().equals("sun.misc.Unsafe")
              && isIn(dependency.getOriginClass().getName().replace('$', '.'), USER_OF_UNSAFE));
    }

    boolean permitsPackage(String packageName) {
      return holds(packageName)
          || FREE_TO_ALL.stream().anyMatch(root -> isIn(packageName, root))
          || libraries.stream().anyMatch(root -> isIn(packageName, root))
          || TABLE.stream().filter(row -> row.holds(packageName)).anyMatch(this::hasNeighbour);
    }

    private boolean hasNeighbour(Row other) {
      return neighbour.test(other.name);
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
