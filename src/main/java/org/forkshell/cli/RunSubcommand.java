package org.forkshell.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.forkshell.codegen.Program;
import org.forkshell.execution.Lab.Input;
import org.forkshell.language.Compilation;
import org.forkshell.language.Language;
import org.forkshell.shell.Problem;
import org.forkshell.shell.Settings;
import org.forkshell.source.Diagnostic;
import org.forkshell.source.SourceText;
import org.forkshell.terminal.Descriptor;
import org.forkshell.view.Drawing;
import org.forkshell.wire.Board.StandardOutput;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code forkshell run FILE.c [ARGS…]}. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    resourceBundle = "org.forkshell.cli.Usage",
    descriptionHeading = "%n",
    parameterListHeading = "%n",
    optionListHeading = "%n")
final class RunSubcommand implements Callable<Integer> {
  private static final int UNUSABLE = 2;

  @Option(names = "--raw", descriptionKey = "raw")
  private boolean raw;

  @Option(names = "--mend", descriptionKey = "mend")
  private boolean mend;

  @Option(names = "--races", descriptionKey = "races")
  private boolean races;

  @Option(names = "--stdout", descriptionKey = "stdout", paramLabel = "KIND")
  private @Nullable StandardOutput stdout;

  @Option(names = "--events", descriptionKey = "events", paramLabel = "FILE")
  private @Nullable Path events;

  @Option(names = "--lanes", descriptionKey = "lanes")
  private boolean lanes;

  @Option(names = "--svg", descriptionKey = "svg", paramLabel = "FILE")
  private @Nullable Path svg;

  @Option(names = "--html", descriptionKey = "html", paramLabel = "FILE")
  private @Nullable Path html;

  @Option(names = "--cast", descriptionKey = "cast", paramLabel = "FILE")
  private @Nullable Path cast;

  @Option(
      names = "--drawing",
      descriptionKey = "drawing",
      defaultValue = "auto",
      paramLabel = "KIND")
  private Drawing drawing = Drawing.AUTO;

  @Option(names = "--limit", descriptionKey = "limit", defaultValue = "64", paramLabel = "N")
  private int limit;

  @Option(
      names = "--timeout",
      descriptionKey = "timeout",
      defaultValue = "0",
      paramLabel = "SECONDS")
  private double timeout;

  @Mixin private final NarrationOptions telling = new NarrationOptions();

  @ParentCommand private @Nullable ForkShell outer;

  @Parameters(index = "0", paramLabel = "FILE.c", descriptionKey = "file")
  private Path file = Path.of("");

  @Parameters(index = "1..*", paramLabel = "ARGS", descriptionKey = "arguments")
  private List<String> arguments = List.of();

  private final LabStart lab;

  RunSubcommand(LabStart lab) {
    this.lab = lab;
  }

  @Override
  public Integer call() throws InterruptedException {
    PrintStream err = Streams.error();
    lab.begin(Input.INHERITED);
    Settings settings = telling.settings(outer == null ? null : outer.telling());
    try {
      Language language = Languages.c();
      ProgramFile program = new ProgramFile(file, language, races);
      SourceText text = program.read(file.toString());
      Compilation<Program> compiled = program.compile(text);
      if (compiled.diagnostics().stream().anyMatch(language::isDamage)) {
        SourceText mended = new Mender(language, err, settings).mended(text, mend);
        compiled = mended == text ? compiled : program.compile(mended);
      }
      for (Diagnostic diagnostic : compiled.diagnostics()) {
        err.println(diagnostic.render(settings.language()));
      }
      Program code = compiled.result();
      if (code == null) {
        return UNUSABLE;
      }
      return new ProgramRun(
              lab.get(Input.INHERITED), options(), settings, Streams.output(), err, lab.clock())
          .run(code, words(language));
    } catch (LiveFile.UnwritableException e) {
      err.println("forkshell: " + e.getMessage());
      return UNUSABLE;
    } catch (IOException e) {
      err.println("forkshell: " + Problem.ofFile(settings.words(), file, file.toString(), e));
      return UNUSABLE;
    } catch (IllegalArgumentException e) {
      err.println("forkshell: " + e.getMessage());
      return UNUSABLE;
    }
  }

  private ProgramRun.Pictures pictures() {
    Map<String, Path> files = new TreeMap<>();
    if (svg != null) {
      files.put("svg", svg);
    }
    if (html != null) {
      files.put("html", html);
    }
    if (cast != null) {
      files.put("cast", cast);
    }
    if (raw && (lanes || !files.isEmpty())) {
      throw new IllegalArgumentException(
          "--raw shows bytes only: no --lanes, --svg, --html, --cast");
    }
    if (raw && races) {
      throw new IllegalArgumentException("--raw shows bytes only: no --races");
    }
    return new ProgramRun.Pictures(lanes, drawing, files, String.valueOf(file.getFileName()));
  }

  private ProgramRun.Options options() {
    if (limit < 1) {
      throw new IllegalArgumentException(
          "--limit: at least one process is needed, the program's own");
    }
    if (!(timeout >= 0)) {
      throw new IllegalArgumentException("--timeout: a number of seconds, 0 for no end");
    }
    Duration time =
        timeout > 0 ? Duration.ofMillis((long) (timeout * 1000)) : Duration.ofDays(36500);
    return new ProgramRun.Options(raw, standardOutput(), events, limit, time, pictures());
  }

  /** Bare bytes go where this process's own do: that is what the program sees, unless told. */
  private StandardOutput standardOutput() {
    if (stdout != null) {
      return stdout;
    }
    boolean terminal = !raw || Descriptor.OUTPUT.isTerminal();
    return terminal ? StandardOutput.TERMINAL : StandardOutput.PIPE;
  }

  private List<String> words(Language language) {
    List<String> words = new ArrayList<>();
    // The name that a shell would have given: the program, not its source.
    words.add(language.programName(file.toString()));
    words.addAll(arguments);
    return words;
  }
}
