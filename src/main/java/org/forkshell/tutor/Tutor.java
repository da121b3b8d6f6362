package org.forkshell.tutor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.forkshell.lesson.Block;
import org.forkshell.lesson.Lesson;
import org.forkshell.lesson.Lesson.Step;
import org.forkshell.lesson.Observation;
import org.forkshell.lesson.Progress;
import org.forkshell.shell.CommandLine;
import org.forkshell.shell.command.Context;
import org.forkshell.view.Style;

/**
 * Plays one lesson: shows it part by part, offers lines to enter, asks, and holds answers and
 * expectations against what happens. Who enters the lines, a learner or a replay, makes no
 * difference.
 */
public final class Tutor {
  /** What it waits for. */
  public enum Need {
    /** Enter, to go on. */
    ENTER,
    ANSWER,
    /** The line that it offers, or any other. */
    LINE,
    /** That the program be run. */
    PROGRAM,
    /** That the learner brings something about. */
    TASK,
    /** Nothing: the learner is free to try things. */
    NOTHING,
    /** The lesson is over. */
    END
  }

  private final Lesson lesson;
  private final Context context;
  private final Progress progress;
  private final LessonPage page;
  private final LessonRun runner;
  private final LessonNotes notes = new LessonNotes();
  private final Judge judge;
  private final Evidence evidence;
  private final Set<String> listed = new HashSet<>();

  private int step;
  private int block;
  private int line;
  private int hint;
  private Need need = Need.ENTER;
  private boolean done;

  Tutor(Lesson lesson, Context context, Progress progress) {
    this.lesson = lesson;
    this.context = context;
    this.progress = progress;
    this.page = new LessonPage(context.display(), context.settings());
    this.evidence = new Evidence(context.session());
    this.runner = new LessonRun(context, lesson, evidence);
    this.judge = new Judge(page, this::place);
  }

  private String place() {
    return page.words()
        .get("fail.place", lesson.name(), step + 1, lesson.steps().get(step).heading());
  }

  Lesson lesson() {
    return lesson;
  }

  /** What it waits for now. */
  public Need need() {
    return need;
  }

  /** What did not come out as the author expected, step by step. */
  public List<String> failures() {
    return judge.failures();
  }

  /** The line that may be entered by Enter alone; empty where there is none. */
  public String offer() {
    return switch (need) {
      case LINE -> ((Block.Type) current()).lines().get(line);
      case PROGRAM -> LessonRun.command(program());
      case ENTER, ANSWER, TASK, NOTHING, END -> "";
    };
  }

  /** What the prompt says in the place of the processes' names; empty for just those. */
  public String prompt() {
    return switch (need) {
      case ENTER -> page.words().get("prompt.enter");
      case ANSWER -> page.words().get("prompt.answer");
      case LINE, PROGRAM, TASK, NOTHING, END -> "";
    };
  }

  private List<Block> blocks() {
    return lesson.steps().get(step).blocks();
  }

  private Block current() {
    return blocks().get(block);
  }

  private Block.Program program() {
    if (current() instanceof Block.Run run) {
      return run.program();
    }
    Block.Program program = ((Block.Experiment) current()).program();
    if (program == null) {
      throw new AssertionError("no program at " + lesson.name() + " step " + step);
    }
    return program;
  }

  // Ways through the lesson.

  /** Begins, or goes on at a step. */
  void begin(int at) throws IOException, InterruptedException {
    context.session().annotate(notes);
    context.lessonFolder(lesson.folder());
    page.title(lesson);
    if (at == 0 && context.user().isAttended()) {
      page.say(Style.NOTE, "start");
    }
    if (lesson.steps().isEmpty()) {
      end();
      return;
    }
    go(Math.min(at, lesson.steps().size() - 1));
  }

  /** Shows a step from its beginning, with the processes as the lesson left them before it. */
  private void go(int to) throws IOException, InterruptedException {
    step = to;
    listed.clear();
    rebuild();
    show();
  }

  private void show() throws IOException, InterruptedException {
    if (context.session().family() == null && beginsWithLines(lesson.steps().get(step))) {
      // Nobody is left: the values of a fresh P are numbered from $1 again.
      context.session().forget();
    }
    block = 0;
    line = 0;
    hint = 0;
    judge.forgetQuestions();
    progress.reached(lesson.name(), step);
    Step now = lesson.steps().get(step);
    page.heading(now.heading(), step + 1, lesson.steps().size());
    advance();
  }

  /** Whether the first that a step needs is a line of C. */
  private static boolean beginsWithLines(Step step) {
    for (Block one : step.blocks()) {
      if (one instanceof Block.Type type) {
        return !CommandLine.is(type.lines().get(0));
      }
      if (one instanceof Block.Run || one instanceof Block.Experiment) {
        return false;
      }
    }
    return step.blocks().stream().anyMatch(one -> one instanceof Block.Task);
  }

  /** Enters the lines of the steps before, unseen. */
  private void rebuild() throws IOException, InterruptedException {
    context.session().forget();
    notes.begin(List.of());
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < step; i++) {
      for (Block before : lesson.steps().get(i).blocks()) {
        if (before instanceof Block.Type type) {
          lines.addAll(type.lines());
        } else if (before instanceof Block.Run
            || (before instanceof Block.Experiment experiment && experiment.program() != null)) {
          // A program takes the place of the prompt's processes.
          lines.clear();
        }
      }
    }
    context.display().mute(true);
    try {
      for (String one : lines) {
        context.enterAll(one, null);
      }
    } finally {
      context.display().mute(false);
    }
  }

  /** {@code /next}: goes on with the next step, whatever is left of this one. */
  void next() throws IOException, InterruptedException {
    if (need == Need.NOTHING) {
      go(step);
    } else if (step + 1 >= lesson.steps().size()) {
      end();
    } else if (need == Need.ENTER) {
      step++;
      show();
    } else {
      go(step + 1);
    }
  }

  /** {@code /back}: shows the step before. */
  void back() throws IOException, InterruptedException {
    go(Math.max(0, step - 1));
  }

  /** {@code /again}: shows this step from its beginning. */
  void again() throws IOException, InterruptedException {
    go(step);
  }

  /** {@code /skip}: leaves out the question, the lines or the task that the lesson is at. */
  void skip() throws IOException, InterruptedException {
    if (need == Need.ENTER || need == Need.NOTHING) {
      next();
    } else {
      block++;
      advance();
    }
  }

  /** {@code /play}: leaves the learner alone with the processes. */
  void play() {
    need = Need.NOTHING;
    page.say(Style.NOTE, "play");
  }

  /** {@code /hint}. */
  void hint() {
    if (need == Need.TASK && current() instanceof Block.Task task && hint < task.hints().size()) {
      page.remark(task.hints().get(hint++));
    } else {
      page.say(Style.NOTE, need == Need.TASK ? "hint.more" : "hint.none");
    }
  }

  /** {@code /solution}: enters the lines that solve the task; says whether they did. */
  boolean solution() throws IOException, InterruptedException {
    if (need == Need.TASK && current() instanceof Block.Task task && !task.solution().isEmpty()) {
      for (String one : task.solution()) {
        page.plain(Style.CODE, one);
        context.enterAll(one, null);
      }
      return tryTask();
    }
    page.say(Style.NOTE, "solution.none");
    return false;
  }

  /** The task's own solution did not solve it: says so and goes on. */
  void giveUp() throws IOException, InterruptedException {
    judge.fail("fail.task", ((Block.Task) current()).ask());
    skip();
  }

  /** Whether the lesson was taken to its end. */
  boolean isDone() {
    return done;
  }

  private void end() {
    done = true;
    need = Need.END;
    progress.done(lesson.name());
    page.blank();
    page.say(Style.ENDED, "end", lesson.title());
    close();
  }

  /** Nobody is taught any more. */
  void close() {
    need = Need.END;
    context.lessonFolder(null);
    context.session().annotate((event, family) -> List.of());
  }

  // What is entered.

  /**
   * Takes a line if it is for the lesson; one that is not is for the prompt, and {@link #entered}
   * is told when it is done.
   */
  public boolean take(String typed) throws IOException, InterruptedException {
    boolean blank = typed.isBlank();
    switch (need) {
      case ENTER -> {
        if (blank) {
          next();
        }
        return blank;
      }
      case ANSWER -> {
        if (CommandLine.is(typed)) {
          return false;
        }
        answer(typed);
        return true;
      }
      case LINE -> {
        if (blank || typed.strip().equals(offer().strip())) {
          enterLine();
          return true;
        }
        return false;
      }
      case PROGRAM -> {
        if (blank || typed.strip().equals(offer().strip())) {
          runProgram();
          return true;
        }
        return false;
      }
      case TASK -> {
        if (blank) {
          page.say(Style.NOTE, "task.how");
        }
        return blank;
      }
      case NOTHING, END -> {
        return false;
      }
    }
    throw new AssertionError(need);
  }

  /** A line of the learner's own is done. */
  public void entered() throws IOException, InterruptedException {
    if (need == Need.TASK) {
      tryTask();
    }
  }

  /** Goes on to whatever needs somebody to enter something. */
  private void advance() throws IOException, InterruptedException {
    while (block < blocks().size()) {
      Block now = current();
      if (now instanceof Block.Prose prose) {
        page.gap();
        page.prose(prose.paragraphs());
      } else if (now instanceof Block.Predict predict) {
        listWhatIsAskedAbout();
        page.gap();
        page.question(predict, context.user().isAttended());
        need = Need.ANSWER;
        return;
      } else if (now instanceof Block.Run run) {
        list(run.program());
        need = Need.PROGRAM;
        return;
      } else if (now instanceof Block.Type) {
        beginLines();
        need = Need.LINE;
        return;
      } else if (now instanceof Block.Check check) {
        Observation seen =
            evidence.await(one -> Judge.allHold(check.expectations(), one), Evidence.PATIENT);
        if (seen != null) {
          judge.expect(check.expectations(), seen);
        }
      } else if (now instanceof Block.Experiment experiment) {
        page.gap();
        page.claim(experiment);
        Block.Program program = experiment.program();
        if (program != null) {
          list(program);
          need = Need.PROGRAM;
          return;
        }
        judge.conclude(
            experiment,
            evidence.await(seen -> experiment.agrees(experiment.finding(seen)), Evidence.PATIENT));
      } else if (now instanceof Block.Task task) {
        page.gap();
        page.task(task);
        evidence.begin();
        need = Need.TASK;
        hint = 0;
        return;
      } else {
        throw new AssertionError(now);
      }
      block++;
    }
    if (step + 1 < lesson.steps().size()) {
      need = Need.ENTER;
    } else {
      end();
    }
  }

  /** Nobody can predict what a program does, or what lines do, before having read them. */
  private void listWhatIsAskedAbout() {
    for (Block next : blocks().subList(block, blocks().size())) {
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

  private void list(Block.Program program) {
    listing(program);
    if (program.stdout() != Block.Stdout.TERMINAL) {
      page.gap();
      page.say(Style.NOTE, "stdout." + program.stdout().name().toLowerCase(java.util.Locale.ROOT));
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

  private void answer(String typed) throws IOException, InterruptedException {
    if (judge.answer((Block.Predict) current(), typed)) {
      block++;
      advance();
    }
  }

  private void beginLines() {
    page.goOn();
    line = 0;
    evidence.begin();
    Block next = block + 1 < blocks().size() ? blocks().get(block + 1) : null;
    notes.begin(
        next instanceof Block.Check check
            ? check.notes()
            : next instanceof Block.Experiment experiment ? experiment.notes() : List.of());
  }

  private void enterLine() throws IOException, InterruptedException {
    Block.Type type = (Block.Type) current();
    if (!context.enterAll(type.lines().get(line), null)) {
      judge.fail("fail.line", type.lines().get(line));
    }
    line++;
    if (line < type.lines().size()) {
      return;
    }
    context.display().labelled(notes.end());
    Observation seen = evidence.now();
    if (seen != null) {
      judge.judge(seen);
    }
    block++;
    advance();
  }

  private void runProgram() throws IOException, InterruptedException {
    if (current() instanceof Block.Run run) {
      notes.begin(run.notes());
      Observation seen = runner.run(run.program());
      context.display().labelled(notes.end());
      if (seen == null) {
        judge.fail("fail.program", run.program().file());
      } else {
        if (runner.takeTimedOut()) {
          judge.fail("fail.timeout", run.program().file());
        }
        judge.judge(seen);
        judge.expect(run.expectations(), seen);
        if (run.lanes()) {
          context.enter("/lanes", null, 1);
        }
      }
    } else {
      Block.Experiment experiment = (Block.Experiment) current();
      notes.begin(experiment.notes());
      if (experiment.runs() > 1) {
        page.say(Style.NOTE, "runs", experiment.runs());
      }
      Observation seen = runner.run(program(), experiment.runs());
      context.display().labelled(notes.end());
      if (runner.takeTimedOut()) {
        judge.fail("fail.timeout", program().file());
      }
      if (seen != null) {
        judge.judge(seen);
        judge.tally(seen);
      }
      judge.conclude(experiment, seen);
    }
    block++;
    advance();
  }

  private boolean tryTask() throws InterruptedException, IOException {
    Block.Task task = (Block.Task) current();
    // What happened before is not the learner's doing.
    Observation seen = evidence.await(task.goal()::holds, Evidence.IMPATIENT);
    if (seen == null || !task.goal().holds(seen)) {
      return false;
    }
    page.say(Style.ENDED, "task.done");
    page.remark(task.done());
    block++;
    advance();
    return true;
  }
}
