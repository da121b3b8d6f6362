package org.forkshell.shell.command;

import java.util.ArrayList;
import java.util.List;
import org.forkshell.process.ProcessName;
import org.forkshell.process.ProcessTree.Entry;
import org.forkshell.process.ProcessTree.ThreadEntry;
import org.forkshell.process.Waits;
import org.forkshell.shell.Family;
import org.forkshell.shell.ProcessActivity;
import org.forkshell.view.Style;
import org.forkshell.view.Text;

/**
 * {@code /ps [all]}: every process that the kernel still knows, with its threads and what the
 * kernel says of them. Of many that are at the same, one stands for all, unless all are asked for.
 */
final class PsCommand extends FamilyCommand {
  /** What can be taken in at a glance is not shortened. */
  private static final int MANY = 20;

  private static final int FOLD_FROM = 4;

  private record Row(ProcessName name, int id, ProcessActivity doing) {
    boolean isLike(Row other) {
      return doing.letter() == other.doing.letter()
          && doing.parent() == other.doing.parent()
          && doing.text().toString().equals(other.doing.text().toString())
          && doing.where().toString().equals(other.doing.where().toString())
          && doing.program().equals(other.doing.program());
    }
  }

  @Override
  public String name() {
    return "ps";
  }

  @Override
  List<Text> lines(Family family, Context context, String argument) {
    List<Row> rows = new ArrayList<>();
    Waits waits = family.waits();
    int names = 4;
    for (Entry entry : family.tree().entries()) {
      ProcessActivity doing = ProcessActivity.of(entry, family, waits, context.settings());
      if (doing.letter() != ' ') {
        rows.add(new Row(entry.name(), entry.pid(), doing));
        for (ThreadEntry thread : family.tree().threads(entry.pid())) {
          ProcessActivity its = ProcessActivity.of(thread, family, waits, context.settings());
          rows.add(new Row(thread.name(), thread.tid(), its));
        }
      }
    }
    for (Row row : rows) {
      names = Math.max(names, row.name().toString().length());
    }
    List<Text> lines = new ArrayList<>();
    lines.add(
        Text.of(Style.NOTE, "  ")
            .and(Style.NOTE, "NAME")
            .padded(names + 2)
            .and(Style.NOTE, "     PID    PPID  S  "));
    boolean folds = rows.size() > MANY && !argument.equals("all");
    for (int i = 0; i < rows.size(); i++) {
      lines.add(line(rows.get(i), names));
      int alike = 1;
      while (i + alike < rows.size() && rows.get(i).isLike(rows.get(i + alike))) {
        alike++;
      }
      if (folds && alike >= FOLD_FROM) {
        i += alike - 1;
        String last = rows.get(i).name().toString();
        lines.add(Text.of(Style.NOTE, "  " + context.words("ps.alike", alike - 1, last)));
      }
    }
    return lines;
  }

  private static Text line(Row row, int names) {
    ProcessActivity doing = row.doing();
    return Text.of(Style.PLAIN, "  ")
        .and(Text.of(row.name(), row.name().toString()))
        .padded(names + 2)
        .and(Style.PLAIN, right(row.id(), 8) + right(doing.parent(), 8) + "  ")
        .and(
            doing.letter() == 'Z' || doing.letter() == 'T' ? Style.ALARM : Style.PLAIN,
            doing.letter() + "  ")
        .and(Style.CODE, doing.program().isEmpty() ? "" : doing.program() + "  ")
        .and(doing.text())
        .and(Style.PLAIN, doing.where().isEmpty() ? "" : "  ")
        .and(doing.where());
  }

  private static String right(int number, int width) {
    String digits = Integer.toString(number);
    return " ".repeat(Math.max(1, width - digits.length())) + digits;
  }

  @Override
  public List<String> completions(Context context, String argument) {
    return List.of("all");
  }
}
