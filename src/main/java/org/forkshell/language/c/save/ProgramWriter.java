package org.forkshell.language.c.save;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.forkshell.ir.Symbol;
import org.forkshell.ir.Type;
import org.forkshell.ir.TypedLine;
import org.forkshell.language.LoggedLine;
import org.forkshell.language.SavedProgram;
import org.forkshell.language.c.check.TypeText;
import org.forkshell.language.c.syntax.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Writes a session as a C program that does the same. What lines declared stands before {@code
 * main}; what they did is the body of {@code main}. A name that was declared again gets a new one
 * each time, by {@code #define}, so that the lines themselves stay as they were typed. For lines
 * that only some processes were to execute, the program keeps count of who it is.
 */
public final class ProgramWriter {
  private static final String NAMES_OF_PROCESSES =
      """

      /* Which process this is: P, its first child P.1, that one's second P.1.2 and so on. */
      static char process_name[1024] = "P";
      static int process_children;

      static pid_t fork_with_name(void) {
          pid_t pid = fork();
          if (pid > 0) {
              process_children++;
          } else if (pid == 0) {
              size_t length = strlen(process_name);
              snprintf(process_name + length, sizeof process_name - length, ".%d", process_children + 1);
              process_children = 0;
          }
          return pid;
      }
      #define fork() fork_with_name()

      static int is_process(const char *name) {
          return strcmp(process_name, name) == 0;
      }
      """;

  private final Survey survey;
  private final ProgramText text = new ProgramText();
  private final DeclarationWriter declarations;

  private ProgramWriter(Survey survey) {
    this.survey = survey;
    this.declarations = new DeclarationWriter(survey, text);
  }

  /**
   * Writes a session.
   *
   * @param types what a name means after the last line: the type of an object or function
   * @param headerOf the standard header that gives a name
   */
  public static SavedProgram write(
      List<LoggedLine> log,
      Function<String, @Nullable Type> types,
      Function<String, @Nullable String> headerOf) {
    ProgramWriter writer = new ProgramWriter(new Survey(log, types, headerOf));
    writer.write(log);
    return new SavedProgram(writer.text.toString(), writer.declarations.isIncomplete());
  }

  private void write(List<LoggedLine> log) {
    text.include(survey.headers());
    if (survey.isAddressed()) {
      text.include(List.of("stdio.h", "string.h", "sys/types.h", "unistd.h"));
      text.before().append(NAMES_OF_PROCESSES);
    }
    for (LoggedLine line : log) {
      write(line);
    }
  }

  private void write(LoggedLine line) {
    for (String row : line.text().split("\n", -1)) {
      if (row.stripLeading().startsWith("#")) {
        directive(row.strip());
      }
    }
    StringBuilder actions = new StringBuilder();
    List<Statement> statements = Survey.statements(line);
    Map<String, String> newLabels = survey.newLabels(line);
    for (int i = 0; i < statements.size(); i++) {
      Statement statement = statements.get(i);
      if (statement instanceof Statement.Declare declare) {
        declarations.write(declare, line, actions);
      } else {
        boolean last = i == statements.size() - 1;
        actions
            .append(last ? keptValue(line) : "")
            .append(PlainC.of(statement, statement.span(), newLabels))
            .append('\n');
      }
    }
    append(line, actions.toString());
  }

  private void directive(String row) {
    String[] words = row.substring(1).strip().split("[\\s(]+", 3);
    if (words[0].equals("define") && words.length > 1) {
      text.before().append("#undef ").append(words[1]).append('\n');
      text.body().append("#undef ").append(words[1]).append('\n').append(row).append('\n');
    }
    text.before().append(row).append('\n');
  }

  /**
   * {@code value_1 = }, where a later line uses what this line's last expression yields; else
   * nothing.
   */
  private String keptValue(LoggedLine line) {
    TypedLine typed = line.analysis().typed();
    if (typed == null || typed.shown().isEmpty()) {
      return "";
    }
    Symbol.Static last = typed.shown().get(typed.shown().size() - 1);
    if (!last.name().startsWith("$") || !survey.isUsed(last.name())) {
      return "";
    }
    String name = PlainC.valueName(last.name());
    text.before()
        .append('\n')
        .append("static ")
        .append(TypeText.declaration(last.type(), name))
        .append(";\n");
    return name + " = ";
  }

  private void append(LoggedLine line, String actions) {
    if (actions.isBlank()) {
      return;
    }
    if (line.only().isEmpty()) {
      indent(actions, "    ");
      return;
    }
    StringBuilder condition = new StringBuilder();
    for (String name : line.only()) {
      condition
          .append(condition.length() == 0 ? "" : " || ")
          .append("is_process(\"")
          .append(name)
          .append("\")");
    }
    text.body().append("    if (").append(condition).append(") {\n");
    indent(actions, "        ");
    text.body().append("    }\n");
  }

  private void indent(String actions, String indent) {
    for (String row : actions.split("\n")) {
      text.body().append(row.startsWith("#") ? "" : indent).append(row).append('\n');
    }
  }
}
