package org.forkshell.repl;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.forkshell.compile.Symbols;
import org.forkshell.compile.TypeText;
import org.forkshell.process.ProcessTree.Entry;
import org.forkshell.view.Columns;
import org.forkshell.view.Style;
import org.forkshell.view.Text;

/**
 * {@code /vars}: the variables, and what each process has in them, read from its memory even while
 * it is blocked.
 */
final class VarsCommand implements Command {
  private static final int MOST_COLUMNS = 6;

  @Override
  public String name() {
    return "vars";
  }

  @Override
  public boolean run(Context context, String argument) throws IOException, InterruptedException {
    List<Symbols.Global> variables = new ArrayList<>();
    for (Symbols.Global variable : context.session().compiler().variables()) {
      if (argument.isEmpty() || variable.name().equals(argument)) {
        variables.add(variable);
      }
    }
    if (variables.isEmpty()) {
      context
          .display()
          .say(
              Style.NOTE,
              context.words(argument.isEmpty() ? "vars.none" : "vars.unknown", argument));
      return argument.isEmpty();
    }
    Family family = context.session().present();
    int types = 0;
    for (Symbols.Global variable : variables) {
      types = Math.max(types, Columns.of(declaration(variable)));
    }
    types = Math.min(types, 30);
    List<Text> lines = new ArrayList<>();
    for (Symbols.Global variable : variables) {
      Text line =
          Text.of(Style.PLAIN, "  ").and(Style.VALUE_NAME, declaration(variable)).padded(types + 4);
      lines.add(family == null ? line : line.and(values(variable, family)));
    }
    context.display().lines(lines);
    return true;
  }

  private static String declaration(Symbols.Global variable) {
    return TypeText.declaration(variable.type(), variable.name());
  }

  /** One value if all processes have the same, else each process's own. */
  private static Text values(Symbols.Global variable, Family family) {
    List<Entry> alive = family.tree().alive();
    List<String> values = new ArrayList<>();
    boolean equal = true;
    for (Entry entry : alive) {
      String value = family.text(variable, entry.pid());
      values.add(value);
      equal &= value.equals(values.get(0));
    }
    if (values.isEmpty()) {
      return Text.EMPTY;
    }
    if (equal) {
      return Text.of(Style.VALUE, values.get(0));
    }
    Text line = Text.EMPTY;
    for (int i = 0; i < alive.size(); i++) {
      if (i == MOST_COLUMNS) {
        return line.and(Style.NOTE, "  …");
      }
      line =
          line.and(Style.PLAIN, i == 0 ? "" : "   ")
              .and(Text.of(alive.get(i).name(), alive.get(i).name() + " "))
              .and(Style.VALUE, values.get(i));
    }
    return line;
  }

  @Override
  public List<String> completions(Context context, String argument) {
    List<String> names = new ArrayList<>();
    for (Symbols.Global variable : context.session().compiler().variables()) {
      names.add(variable.name());
    }
    return names;
  }
}
