package org.forkshell.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.forkshell.execution.Environment;
import org.forkshell.shell.Settings;
import org.forkshell.terminal.UserLocale;
import org.forkshell.view.Feedback;
import org.forkshell.view.NoteKind;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options of every session: how much is told, in which language, and how programs execute. */
final class NarrationOptions {
  private static final String LANGUAGE = "--lang";

  /** The languages there are. */
  enum Language {
    EN(Locale.ENGLISH),
    ZH(Locale.CHINESE);

    private final Locale locale;

    Language(Locale locale) {
      this.locale = locale;
    }
  }

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(names = LANGUAGE, descriptionKey = "lang", paramLabel = "en|zh")
  private @Nullable Language language;

  @Option(names = "--feedback", descriptionKey = "feedback", paramLabel = "LEVEL")
  private @Nullable Feedback feedback;

  @Option(names = "--no-notes", descriptionKey = "noNotes")
  private boolean noNotes;

  @Option(names = "--notes", descriptionKey = "notes", paramLabel = "LIST", split = ",")
  private List<String> notes = List.of();

  @Option(names = "--interpret", descriptionKey = "interpret")
  private boolean interpret;

  /**
   * What is wanted.
   *
   * @param outer options that stood before a subcommand; those here count more
   * @throws ParameterException when there is no such kind of notes
   */
  Settings settings(@Nullable NarrationOptions outer) {
    Settings settings = new Settings(locale(outer));
    if (outer != null) {
      outer.apply(settings);
    }
    apply(settings);
    return settings;
  }

  private Locale locale(@Nullable NarrationOptions outer) {
    Language chosen = language != null || outer == null ? language : outer.language;
    return chosen == null ? UserLocale.language(Environment.map()) : chosen.locale;
  }

  private void apply(Settings settings) {
    if (interpret) {
      settings.interprets(true);
    }
    if (feedback != null) {
      settings.feedback(feedback);
    }
    List<NoteKind> all = List.of(NoteKind.values());
    if (noNotes) {
      settings.notes().choose(all, false);
    }
    for (String word : notes) {
      boolean off = word.startsWith("-");
      String name = off ? word.substring(1) : word;
      List<NoteKind> kinds = name.equals("all") ? all : NoteKind.named(name);
      if (kinds.isEmpty()) {
        throw new ParameterException(
            Objects.requireNonNull(command).commandLine(),
            settings.words().get("notes.unknown", name, String.join(" ", names())));
      }
      settings.notes().choose(kinds, !off);
    }
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>();
    for (NoteKind kind : NoteKind.values()) {
      names.add(kind.label());
    }
    return names;
  }

  /** The language for the option parser's own words, which are chosen before it has parsed any. */
  static Locale language(String[] args) {
    for (int i = 0; i < args.length; i++) {
      boolean alone = args[i].equals(LANGUAGE) && i + 1 < args.length;
      if (alone || args[i].startsWith(LANGUAGE + "=")) {
        String name = alone ? args[i + 1] : args[i].substring(LANGUAGE.length() + 1);
        return name.toLowerCase(Locale.ROOT).equals("zh") ? Locale.CHINESE : Locale.ENGLISH;
      }
      if (Languages.isProgram(args[i]) || args[i].endsWith(".fork")) {
        break;
      }
    }
    return UserLocale.language(Environment.map());
  }
}
