package org.forkshell.tutor;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.forkshell.lesson.Block;
import org.forkshell.view.Style;

/** The texts of programs and lines that a lesson shows: each once on the way through it. */
final class Listings {
  private final LessonPage page;
  private final LessonRun runner;
  private final Set<String> listed = new HashSet<>();

  Listings(LessonPage page, LessonRun runner) {
    this.page = page;
    this.runner = runner;
  }

  /** Another way through begins, at a step. */
  void begin() {
    listed.clear();
  }

  /**
   * Nobody can predict what a program does, or what lines do, before having read them.
   *
   * @param ahead the question, and what comes after it in its step
   */
  void listWhatIsAskedAbout(List<Block> ahead, int step) {
    for (Block next : ahead) {
      if (next instanceof Block.Run run) {
        listing(run.program());
        return;
      } else if (next instanceof Block.Experiment experiment && experiment.program() != null) {
        listing(experiment.program());
        return;
      } else if (next instanceof Block.Type type) {
        if (listed.add(step + "/" + type.place().start())) {
          page.gap();
          page.lines(type.lines());
        }
        return;
      } else if (!(next instanceof Block.Predict || next instanceof Block.Prose)) {
        return;
      }
    }
  }

  /** Shows a program that is to be run, and where its output goes. */
  void list(Block.Program program) {
    listing(program);
    if (program.stdout() != Block.Stdout.TERMINAL) {
      page.gap();
      page.say(Style.NOTE, "stdout." + program.stdout().name().toLowerCase(Locale.ROOT));
    }
  }

  /** Shows a program's text, once. */
  private void listing(Block.Program program) {
    String source = listed.add(program.file()) ? runner.source(program) : null;
    if (source != null) {
      page.gap();
      page.listing(program.file(), source);
    }
  }
}
