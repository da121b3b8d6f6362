package org.forkshell.shell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.forkshell.process.ProcessName;
import org.forkshell.process.ProcessTree.Entry;
import org.forkshell.process.ProcessTree.ThreadEntry;
import org.forkshell.process.Waits;
import org.forkshell.shell.Family;
import org.forkshell.shell.LockTable;
import org.forkshell.shell.LockTable.Lock;
import org.forkshell.shell.LockTable.Owner;
import org.forkshell.shell.ProcessActivity;
import org.forkshell.view.Style;
import org.forkshell.view.Text;

/**
 * {@code /threads [all]}: the threads of each process, what each waits for and where; and the locks
 * of each process, who has them and who waits. Of many locks that nobody has, it says how many,
 * unless all are asked for.
 */
final class ThreadsCommand extends FamilyCommand {
  private static final int MANY = 8;

  @Override
  public String name() {
    return "threads";
  }

  @Override
  List<Text> lines(Family family, Context context, String argument) {
    List<Entry> processes =
        family.tree().alive().stream().filter(entry -> !entry.executed()).toList();
    Waits waits = family.waits();
    List<Text> lines = new ArrayList<>();
    int names = "THREAD".length();
    for (Entry entry : processes) {
      names = Math.max(names, entry.name().toString().length());
      for (ThreadEntry thread : family.tree().threads(entry.pid())) {
        names = Math.max(names, thread.name().toString().length());
      }
    }
    lines.add(
        Text.of(Style.NOTE, "  ")
            .and(Style.NOTE, "THREAD")
            .padded(names + 2)
            .and(Style.NOTE, "     TID  S  "));
    for (Entry entry : processes) {
      ProcessActivity doing = ProcessActivity.of(entry, family, waits, context.settings());
      if (doing.letter() != ' ') {
        lines.add(line(entry.name(), entry.pid(), doing, names));
      }
      for (ThreadEntry thread : family.tree().threads(entry.pid())) {
        lines.add(
            line(
                thread.name(),
                thread.tid(),
                ProcessActivity.of(thread, family, waits, context.settings()),
                names));
      }
    }
    for (Entry entry : processes) {
      List<Lock> locks = LockTable.of(entry.pid(), family);
      if (!locks.isEmpty()) {
        lines.add(Text.EMPTY);
        lines.add(Text.of(Style.NOTE, "  " + context.words("threads.locks", entry.name())));
        lines.addAll(locks(locks, context, argument.equals("all")));
      }
    }
    return lines;
  }

  private static Text line(ProcessName name, int tid, ProcessActivity doing, int names) {
    String digits = Integer.toString(tid);
    return Text.of(Style.PLAIN, "  ")
        .and(Text.of(name, name.toString()))
        .padded(names + 2)
        .and(Style.PLAIN, " ".repeat(Math.max(1, 8 - digits.length())) + digits + "  ")
        .and(
            doing.letter() == 'Z' || doing.letter() == 'T' ? Style.ALARM : Style.PLAIN,
            doing.letter() + "  ")
        .and(doing.text())
        .and(Style.PLAIN, doing.where().isEmpty() ? "" : "  ")
        .and(doing.where());
  }

  private static List<Text> locks(List<Lock> locks, Context context, boolean all) {
    long idle = locks.stream().filter(Lock::isIdle).count();
    boolean folds = !all && idle > MANY;
    int names = 0;
    for (Lock lock : locks) {
      names = folds && lock.isIdle() ? names : Math.max(names, lock.name().length());
    }
    List<Text> lines = new ArrayList<>();
    for (Lock lock : locks) {
      if (!folds || !lock.isIdle()) {
        lines.add(
            Text.of(Style.PLAIN, "  ")
                .and(Style.CODE, lock.name())
                .padded(names + 4)
                .and(state(lock, context)));
      }
    }
    if (folds) {
      lines.add(Text.of(Style.NOTE, "  " + context.words("threads.idle", idle)));
    }
    return lines;
  }

  private static Text state(Lock lock, Context context) {
    String kind = lock.kind().name().toLowerCase(Locale.ROOT);
    Text text = Text.of(Style.NOTE, context.words("threads." + kind, lock.count(), lock.size()));
    String comma = context.words("threads.comma");
    String has =
        lock.isWritten() ? "writes" : lock.kind() == LockTable.Kind.RWLOCK ? "reads" : "has";
    for (Owner owner : lock.owners()) {
      String fate = owner.isLeftBehind() ? ".left" : owner.hasEnded() ? ".ended" : "";
      text =
          text.and(Style.NOTE, comma)
              .and(name(owner.name()))
              .and(
                  fate.isEmpty() ? Style.PLAIN : Style.ALARM,
                  context.words("threads." + has + fate));
    }
    if (lock.owners().isEmpty() && lock.kind() == LockTable.Kind.MUTEX) {
      text = text.and(Style.NOTE, comma + context.words("threads.free"));
    }
    for (int i = 0; i < lock.waiters().size(); i++) {
      text =
          text.and(Style.NOTE, i == 0 ? comma : context.words("threads.and"))
              .and(name(lock.waiters().get(i)));
    }
    return lock.waiters().isEmpty()
        ? text
        : text.and(Style.CALL, context.words("threads.waits", lock.waiters().size()));
  }

  private static Text name(ProcessName name) {
    return Text.of(name, name.toString());
  }

  @Override
  public List<String> completions(Context context, String argument) {
    return List.of("all");
  }
}
