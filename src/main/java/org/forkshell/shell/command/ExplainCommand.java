package org.forkshell.shell.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.forkshell.abi.ErrorNumber;
import org.forkshell.codegen.Symbols;
import org.forkshell.ir.Type;
import org.forkshell.process.ProcessName;
import org.forkshell.process.ProcessTree.Entry;
import org.forkshell.process.ProcessTree.ThreadEntry;
import org.forkshell.process.Signal;
import org.forkshell.shell.Family;
import org.forkshell.shell.ProcessActivity;
import org.forkshell.view.Explanation;
import org.forkshell.view.Explanations;
import org.forkshell.view.LineLayout;
import org.forkshell.view.Style;
import org.forkshell.view.Text;
import org.forkshell.view.Wording;
import org.jspecify.annotations.Nullable;

/**
 * {@code /explain [WHAT]}: more about the last note, or about a call, a signal, an error, a state.
 */
final class ExplainCommand implements Command {
  private static final int MOST_SUGGESTIONS = 4;

  /** An error's name, or a signal's. */
  private static final Pattern NAMED = Pattern.compile("E[A-Z0-9]+|SIG[A-Z0-9]+");

  private static final Pattern DECORATION = Pattern.compile("^/|\\(\\d?\\)$|^[\"'“]|[\"'”]$");

  @Override
  public String name() {
    return "explain";
  }

  @Override
  public boolean isForPrograms() {
    return true;
  }

  @Override
  public boolean run(Context context, String argument) throws IOException, InterruptedException {
    if (argument.isEmpty()) {
      return last(context);
    }
    String word = DECORATION.matcher(argument).replaceAll("");
    if (process(context, word) || thread(context, word)) {
      return true;
    }
    List<Explanation> found = find(context.settings().explanations(), word);
    boolean variable = variable(context, word);
    if (!variable && found.isEmpty()) {
      return library(context, word) || unknown(context, word);
    }
    if (variable && word.startsWith("$")) {
      found = context.settings().explanations().find("value");
    }
    show(context, variable && !word.startsWith("$") ? List.of() : found);
    return true;
  }

  private static boolean last(Context context) {
    Wording.Last last = context.session().wording().last();
    if (last == null) {
      context.display().say(Style.NOTE, context.words("explain.none"));
      return true;
    }
    int width = context.display().screen().width();
    Text note = Wording.sentence(last.note(), context.settings().narration());
    Text line =
        Text.of(last.remark().name(), last.remark().name().toString())
            .and(Style.PLAIN, "  ")
            .and(note);
    context.display().lines(LineLayout.wrapped(line, 2, width));
    List<Explanation> about = new ArrayList<>();
    about.add(context.settings().explanations().about(last.note()));
    for (String fact : List.of("errno", "signal", "code")) {
      String name = last.note().fact(fact).toString();
      if (NAMED.matcher(name).matches()) {
        about.addAll(context.settings().explanations().find(name));
      }
    }
    show(context, about);
    return true;
  }

  /** What a process is at, and what that means; whether there is one of that name. */
  private static boolean process(Context context, String word) {
    Family family = context.session().family();
    Entry entry = family == null ? null : entry(family, word);
    if (family == null || entry == null) {
      return false;
    }
    show(
        context,
        entry.name(),
        entry.pid(),
        ProcessActivity.of(entry, family, family.waits(), context.settings()));
    return true;
  }

  /** The same of a thread that is not its process's first. */
  private static boolean thread(Context context, String word) {
    Family family = context.session().family();
    Optional<ThreadEntry> found =
        family == null ? Optional.empty() : family.tree().findThread(word);
    if (family == null || found.isEmpty()) {
      return false;
    }
    ThreadEntry thread = found.get();
    show(
        context,
        thread.name(),
        thread.tid(),
        ProcessActivity.of(thread, family, family.waits(), context.settings()));
    return true;
  }

  private static void show(Context context, ProcessName name, int tid, ProcessActivity doing) {
    int width = context.display().screen().width();
    Text what =
        Text.of(name, name.toString()).and(Style.PLAIN, "  " + tid + "  ").and(doing.text());
    Text where = doing.where();
    List<Text> lines = new ArrayList<>();
    if (where.isEmpty() || 2 + what.width() + 2 + where.width() < width || width == 0) {
      Text line = what.and(Style.PLAIN, where.isEmpty() ? "" : "  ").and(where);
      lines.addAll(LineLayout.wrapped(line, 2, width));
    } else {
      lines.addAll(LineLayout.wrapped(what, 2, width));
      lines.addAll(LineLayout.wrapped(where, 4, width));
    }
    if (doing.letter() != ' ') {
      lines.addAll(lines(context, context.settings().explanations().find(doing.letter() + "")));
    }
    // Nothing that happens meanwhile comes in between.
    context.display().lines(lines);
  }

  private static @Nullable Entry entry(Family family, String word) {
    return family.tree().entries().stream()
        .filter(entry -> word.equals(entry.name().toString()) || word.equals(entry.pid() + ""))
        .findFirst()
        .orElse(null);
  }

  /** A number may be an error's or a signal's. */
  private static List<Explanation> find(Explanations explanations, String word) {
    Set<Explanation> found = new LinkedHashSet<>(explanations.find(word));
    found.addAll(explanations.find(word.replaceAll("\\s+", "-")));
    if (word.matches("\\d{1,3}")) {
      int number = Integer.parseInt(word);
      found.addAll(explanations.find(ErrorNumber.nameOf(number)));
      Signal.of(number).ifPresent(signal -> found.addAll(explanations.find(signal.name())));
    }
    if (found.isEmpty()) {
      found.addAll(explanations.find("SIG" + word.toUpperCase(Locale.ROOT)));
    }
    return List.copyOf(found);
  }

  private static void show(Context context, List<Explanation> explanations) {
    context.display().lines(lines(context, explanations));
  }

  private static List<Text> lines(Context context, List<Explanation> explanations) {
    int width = context.display().screen().width();
    List<Text> lines = new ArrayList<>();
    for (Explanation each : explanations) {
      Text head = Text.of(Style.HEADING, each.name()).and(Style.MESSAGE, "  " + each.title());
      lines.addAll(LineLayout.wrapped(head, 2, width));
      for (String paragraph : each.text().split("\n", -1)) {
        lines.addAll(LineLayout.wrapped(Text.of(Style.MESSAGE, paragraph), 4, width));
      }
      Text more = Text.EMPTY;
      for (String page : each.manual()) {
        more = more.and(Style.CODE, manual(page)).and(Style.NOTE, "   ");
      }
      if (!each.related().isEmpty()) {
        more = more.and(Style.NOTE, context.words("explain.see", String.join(" ", each.related())));
      }
      if (!more.isEmpty()) {
        lines.addAll(LineLayout.wrapped(more, 4, width));
      }
    }
    return lines;
  }

  /** What to type in a shell for a page, {@code man 2 fork} for {@code fork(2)}. */
  private static String manual(String page) {
    int bracket = page.indexOf('(');
    return bracket < 0
        ? "man " + page
        : "man "
            + page.substring(bracket + 1, page.length() - 1)
            + " "
            + page.substring(0, bracket);
  }

  /** A variable, its type and its values; whether there is one. */
  private static boolean variable(Context context, String word)
      throws IOException, InterruptedException {
    for (Symbols.Global variable : context.session().compiler().variables()) {
      if (variable.name().equals(word)) {
        return new VarsCommand().run(context, word);
      }
    }
    return false;
  }

  /** A function of the library that is not about processes; whether there is one. */
  private static boolean library(Context context, String word) {
    Type type = context.session().compiler().typeOf(word);
    if (!(type instanceof Type.Function)) {
      return false;
    }
    context.display().say(Style.CODE, context.session().language().declaration(type, word));
    context.display().say(Style.NOTE, context.words("explain.library", word));
    return true;
  }

  private static boolean unknown(Context context, String word) {
    List<String> near = context.settings().explanations().near(word, MOST_SUGGESTIONS);
    context
        .display()
        .error(
            near.isEmpty()
                ? context.words("explain.unknown", word)
                : context.words("explain.near", word, String.join(" ", near)));
    return false;
  }

  @Override
  public List<String> completions(Context context, String argument) {
    List<String> names = new ArrayList<>(context.settings().explanations().names());
    for (Symbols.Global variable : context.session().compiler().variables()) {
      names.add(variable.name());
    }
    Family family = context.session().family();
    if (family != null) {
      for (Entry entry : family.tree().entries()) {
        names.add(entry.name().toString());
        family.tree().threads(entry.pid()).forEach(each -> names.add(each.name().toString()));
      }
    }
    return names;
  }
}
