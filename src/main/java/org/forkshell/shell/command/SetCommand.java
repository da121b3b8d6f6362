package org.forkshell.shell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.forkshell.shell.Family;
import org.forkshell.shell.Settings;
import org.forkshell.view.ColorMode;
import org.forkshell.view.Drawing;
import org.forkshell.view.Feedback;
import org.forkshell.view.Style;
import org.forkshell.view.Text;
import org.forkshell.wire.Board.StandardOutput;
import org.jspecify.annotations.Nullable;

/** {@code /set}: shows or changes how the prompt behaves. */
final class SetCommand implements Command {
  private static final int MOST_PROCESSES = 4096;

  private static final String NOTES = "notes";

  private record Setting(String name, List<String> values) {}

  private static final List<Setting> ALL =
      List.of(
          new Setting("feedback", List.of("silent", "concise", "normal", "verbose")),
          new Setting(NOTES, List.of()),
          new Setting("stdout", List.of("terminal", "pipe", "file")),
          new Setting("limit", List.of()),
          new Setting("color", List.of("auto", "always", "never")),
          new Setting("drawing", List.of("auto", "box", "ascii", "words")),
          new Setting("lang", List.of("en", "zh")));

  @Override
  public String name() {
    return "set";
  }

  @Override
  public boolean isForPrograms() {
    return true;
  }

  @Override
  public boolean run(Context context, String argument) {
    String[] words = argument.split("\\s+");
    if (argument.isEmpty()) {
      show(context);
      return true;
    }
    Setting setting = find(words[0]);
    if (setting == null) {
      context.display().error(context.words("set.unknown", words[0], names()));
      return false;
    }
    if (setting.name().equals(NOTES)) {
      return NotesSetting.run(context, List.of(words).subList(1, words.length));
    }
    if (words.length == 1) {
      context.display().lines(List.of(line(context, setting)));
      return true;
    }
    String value = setting.values().isEmpty() ? words[1] : value(setting, words[1]);
    if (value == null || words.length > 2 || !apply(context, setting.name(), value)) {
      String choices =
          setting.values().isEmpty() ? "1-" + MOST_PROCESSES : String.join(" ", setting.values());
      context.display().error(context.words("set.value", setting.name(), words[1], choices));
      return false;
    }
    context.display().lines(List.of(line(context, setting)));
    return true;
  }

  private static @Nullable Setting find(String name) {
    Setting found = null;
    for (Setting setting : ALL) {
      if (setting.name().startsWith(name)) {
        if (found != null) {
          return null;
        }
        found = setting;
      }
    }
    return found;
  }

  private static @Nullable String value(Setting setting, String text) {
    String found = null;
    for (String value : setting.values()) {
      if (value.equals(text)) {
        return value;
      }
      if (value.startsWith(text)) {
        if (found != null) {
          return null;
        }
        found = value;
      }
    }
    return found;
  }

  private static String names() {
    List<String> names = new ArrayList<>();
    for (Setting setting : ALL) {
      names.add(setting.name());
    }
    return String.join(" ", names);
  }

  private static boolean apply(Context context, String name, String value) {
    Settings settings = context.settings();
    switch (name) {
      case "feedback" -> settings.feedback(Feedback.valueOf(upper(value)));
      case "stdout" -> settings.output(StandardOutput.valueOf(upper(value)));
      case "color" -> {
        settings.color(ColorMode.valueOf(upper(value)));
        context.display().screen().color(settings.color());
      }
      case "drawing" -> settings.drawing(Drawing.valueOf(upper(value)));
      case "lang" -> settings.language(value.equals("zh") ? Locale.CHINESE : Locale.ENGLISH);
      case "limit" -> {
        int limit;
        try {
          limit = Integer.parseInt(value);
        } catch (NumberFormatException e) {
          return false;
        }
        if (limit < 1 || limit > MOST_PROCESSES) {
          return false;
        }
        settings.limit(limit);
        Family family = context.session().family();
        if (family != null) {
          family.session().limit(limit);
        }
      }
      default -> throw new AssertionError(name);
    }
    return true;
  }

  private static String upper(String value) {
    return value.toUpperCase(Locale.ROOT);
  }

  private static void show(Context context) {
    List<Text> lines = new ArrayList<>();
    for (Setting setting : ALL) {
      lines.add(line(context, setting));
    }
    context.display().lines(lines);
  }

  private static Text line(Context context, Setting setting) {
    Settings settings = context.settings();
    String value =
        switch (setting.name()) {
          case "feedback" -> settings.feedback().name().toLowerCase(Locale.ROOT);
          case NOTES -> NotesSetting.summary(settings.notes());
          case "stdout" -> settings.output().name().toLowerCase(Locale.ROOT);
          case "color" -> settings.color().name().toLowerCase(Locale.ROOT);
          case "drawing" -> settings.drawing().name().toLowerCase(Locale.ROOT);
          case "lang" -> settings.language().getLanguage().equals("zh") ? "zh" : "en";
          default -> Integer.toString(settings.limit());
        };
    return Text.of(Style.CODE, "  " + setting.name())
        .padded(12)
        .and(Style.VALUE, value)
        .padded(22)
        .and(Style.NOTE, context.words("set." + setting.name()));
  }

  @Override
  public List<String> completions(Context context, String argument) {
    String[] words = argument.split("\\s+", -1);
    if (words.length < 2) {
      return List.of(names().split(" "));
    }
    Setting setting = find(words[0]);
    return setting == null
        ? List.of()
        : setting.name().equals(NOTES) ? NotesSetting.completions() : setting.values();
  }
}
