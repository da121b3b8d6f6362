package org.forkshell.prompt;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.forkshell.codegen.Symbols;
import org.forkshell.ir.Type;
import org.forkshell.language.Language;
import org.forkshell.process.ProcessTree.Entry;
import org.forkshell.shell.CommandLine;
import org.forkshell.shell.LineCompiler;
import org.forkshell.shell.command.Command;
import org.forkshell.shell.command.Context;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jspecify.annotations.Nullable;

/**
 * What Tab offers: commands and their arguments, processes, and what the language knows here,
 * functions with their signatures.
 */
final class Completion implements Completer {
  private static final int MANY_CANDIDATES = 2;

  private final Context context;
  private @Nullable Set<String> words;

  Completion(Context context) {
    this.context = context;
  }

  @Override
  public void complete(LineReader reader, ParsedLine parsed, List<Candidate> candidates) {
    String before = parsed.line().substring(0, parsed.cursor());
    String word = parsed.word();
    if (CommandLine.is(before) || before.strip().equals("/")) {
      command(before, word, candidates);
    } else if (word.startsWith("@")) {
      process(candidates);
    } else {
      name(word, candidates);
    }
  }

  private void command(String before, String word, List<Candidate> candidates) {
    String text = before.stripLeading();
    int blank = text.indexOf(' ');
    if (blank < 0) {
      for (Command command : context.commands().all()) {
        String brief = context.words("command." + command.name() + ".brief");
        candidates.add(
            new Candidate(
                "/" + command.name(), "/" + command.name(), null, brief, null, null, true));
      }
      return;
    }
    List<Command> found = context.commands().find(text.substring(1, blank));
    if (found.size() == 1) {
      for (String choice :
          found.get(0).completions(context, text.substring(blank + 1).stripLeading())) {
        boolean done = !choice.endsWith("/");
        candidates.add(new Candidate(choice, choice, null, null, null, null, done));
      }
    }
  }

  private void process(List<Candidate> candidates) {
    for (Entry entry : context.session().alive()) {
      candidates.add(
          new Candidate(
              "@" + entry.name(),
              "@" + entry.name(),
              null,
              "pid " + entry.pid(),
              null,
              null,
              true));
    }
    for (String group : List.of("all", "children", "others")) {
      candidates.add(
          new Candidate(
              "@" + group, "@" + group, null, context.words("address." + group), null, null, true));
    }
  }

  private void name(String word, List<Candidate> candidates) {
    LineCompiler compiler = context.session().compiler();
    Language language = context.session().language();
    TreeSet<String> names = new TreeSet<>();
    for (String name : words(language)) {
      if (name.startsWith(word) && (!name.startsWith("_") || word.startsWith("_"))) {
        names.add(name);
      }
    }
    for (Symbols.Function function : compiler.symbols().functions()) {
      if (!function.isLibrary() && function.name().startsWith(word)) {
        names.add(function.name());
      }
    }
    for (Symbols.Global variable : compiler.variables()) {
      names.add(variable.name());
    }
    names.removeIf(name -> !name.startsWith(word));
    for (String name : names) {
      Type type = compiler.typeOf(name);
      boolean function = type instanceof Type.Function;
      String description = type == null ? null : language.declaration(type, name);
      boolean arguments = type instanceof Type.Function f && !f.parameters().isEmpty();
      candidates.add(
          new Candidate(
              arguments ? name + "(" : function ? name + "()" : name,
              name,
              null,
              names.size() > MANY_CANDIDATES * 30 ? null : description,
              null,
              null,
              !function));
    }
  }

  private Set<String> words(Language language) {
    Set<String> known = words;
    if (known == null) {
      known = language.words();
      words = known;
    }
    return known;
  }
}
