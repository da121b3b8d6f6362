package org.forkshell.tutor;

import java.io.IOException;
import java.util.List;
import org.forkshell.lesson.Block;
import org.forkshell.lesson.Lesson;
import org.forkshell.lesson.Lesson.Step;
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
  private final LessonNotes notes = new LessonNotes();
  private final Judge judge;
  private final Listings listings;
  private final Exercise exercise;

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
    Evidence evidence = new Evidence(context.session());
    LessonRun runner = new LessonRun(context, lesson, evidence);
    this.judge = new Judge(page, this::place);
    this.listings = new Listings(page, runner);
    this.exercise = new Exercise(context, page, judge, evidence, runner, notes);
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
    listings.begin();
    exercise.rebuild(lesson.steps().subList(0, step));
    show();
  }

  private void show() throws IOException, InterruptedException {
    exercise.begin(lesson.steps().get(step));
    block = 0;
    line = 0;
    hint = 0;
    judge.forgetQuestions();
    progress.reached(lesson.name(), step);
    Step now = lesson.steps().get(step);
    page.heading(now.heading(), step + 1, lesson.steps().size());
    advance();
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
        listings.listWhatIsAskedAbout(blocks().subList(block, blocks().size()), step);
        page.gap();
        page.question(predict, context.user().isAttended());
        need = Need.ANSWER;
        return;
      } else if (now instanceof Block.Run run) {
        listings.list(run.program());
        need = Need.PROGRAM;
        return;
      } else if (now instanceof Block.Type) {
        beginLines();
        need = Need.LINE;
        return;
      } else if (now instanceof Block.Check check) {
        exercise.check(check);
      } else if (now instanceof Block.Experiment experiment) {
        page.gap();
        page.claim(experiment);
        Block.Program program = experiment.program();
        if (program != null) {
          listings.list(program);
          need = Need.PROGRAM;
          return;
        }
        exercise.conclude(experiment);
      } else if (now instanceof Block.Task task) {
        page.gap();
        page.task(task);
        exercise.beginTask();
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

  private void answer(String typed) throws IOException, InterruptedException {
    if (judge.answer((Block.Predict) current(), typed)) {
      block++;
      advance();
    }
  }

  private void beginLines() {
    page.goOn();
    line = 0;
    exercise.beginLines(block + 1 < blocks().size() ? blocks().get(block + 1) : null);
  }

  private void enterLine() throws IOException, InterruptedException {
    Block.Type type = (Block.Type) current();
    exercise.enter(type.lines().get(line));
    line++;
    if (line < type.lines().size()) {
      return;
    }
    exercise.endLines();
    block++;
    advance();
  }

  private void runProgram() throws IOException, InterruptedException {
    if (current() instanceof Block.Run run) {
      exercise.run(run);
    } else {
      exercise.run((Block.Experiment) current(), program());
    }
    block++;
    advance();
  }

  private boolean tryTask() throws InterruptedException, IOException {
    if (!exercise.isDone((Block.Task) current())) {
      return false;
    }
    block++;
    advance();
    return true;
  }
}
