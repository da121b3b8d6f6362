package org.forkshell.tutor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.forkshell.lesson.Block;
import org.forkshell.lesson.Lesson;
import org.forkshell.lesson.Lesson.Step;
import org.forkshell.lesson.Observation;
import org.forkshell.lesson.Prediction;
import org.forkshell.lesson.Progress;
import org.forkshell.shell.CommandLine;
import org.forkshell.shell.Family;
import org.forkshell.shell.command.Context;
import org.forkshell.view.Style;
import org.jspecify.annotations.Nullable;

/**
 * Plays one lesson: shows it part by part, offers lines to enter, asks, and holds answers and
 * expectations against what happens. Who enters the lines, a learner or a replay, makes no
 * difference.
 */
public final class Tutor {
  /** How long the kernel may take to bring about what is expected of lines that are done. */
  private static final long PATIENCE_NANOS = 2_000_000_000L;

  private static final int OUTPUTS_TOLD = 8;

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
  private final List<String> failures = new ArrayList<>();
  private final Set<String> listed = new HashSet<>();
  private final Map<Block.Predict, String> answers = new HashMap<>();
  private final List<Block.Predict> asked = new ArrayList<>();

  private int step;
  private int block;
  private int line;
  private int hint;
  private Need need = Need.ENTER;
  private boolean done;
  private boolean atTop;
  private @Nullable Family family;
  private int from;

  Tutor(Lesson lesson, Context context, Progress progress) {
    this.lesson = lesson;
    this.context = context;
    this.progress = progress;
    this.page = new LessonPage(context.display(), context.settings());
    this.runner = new LessonRun(context, lesson);
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
    return List.copyOf(failures);
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
    asked.clear();
    progress.reached(lesson.name(), step);
    Step now = lesson.steps().get(step);
    page.heading(now.heading(), step + 1, lesson.steps().size());
    atTop = true;
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
    fail(page.words().get("fail.task", ((Block.Task) current()).ask()));
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
        gap();
        page.prose(prose.paragraphs());
      } else if (now instanceof Block.Predict predict) {
        listWhatIsAskedAbout();
        gap();
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
        expect(check.expectations(), true);
      } else if (now instanceof Block.Experiment experiment) {
        gap();
        page.claim(experiment);
        Block.Program program = experiment.program();
        if (program != null) {
          list(program);
          need = Need.PROGRAM;
          return;
        }
        conclude(experiment, awaitFinding(experiment));
      } else if (now instanceof Block.Task task) {
        gap();
        page.task(task);
        family = context.session().latest();
        from = family == null ? 0 : family.history().excerpt().events().size();
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

  /** Parts stand apart; the first stands below the heading. */
  private void gap() {
    if (!atTop) {
      page.blank();
    }
    atTop = false;
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
          gap();
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
      gap();
      page.say(Style.NOTE, "stdout." + program.stdout().name().toLowerCase(java.util.Locale.ROOT));
    }
  }

  /** Shows a program's text, once. */
  private void listing(Block.Program program) {
    String source = listed.add(program.file()) ? runner.source(program) : null;
    if (source != null) {
      gap();
      page.listing(program.file(), source);
    }
  }

  private void answer(String typed) throws IOException, InterruptedException {
    Block.Predict predict = (Block.Predict) current();
    boolean text = predict.prediction() instanceof Prediction.Output;
    if (text && !typed.isBlank()) {
      // As many lines as there are; an empty one ends them.
      answers.merge(predict, typed, (before, more) -> before + "\n" + more);
      asked.remove(predict);
      asked.add(predict);
      return;
    }
    if (!typed.isBlank() && !predict.prediction().understands(typed)) {
      page.notUnderstood(predict);
      return;
    }
    if (!text || !answers.containsKey(predict)) {
      answers.put(predict, typed);
    }
    asked.remove(predict);
    asked.add(predict);
    block++;
    advance();
  }

  private void beginLines() {
    atTop = false;
    line = 0;
    family = context.session().family();
    from = family == null ? 0 : family.history().excerpt().events().size();
    Block next = block + 1 < blocks().size() ? blocks().get(block + 1) : null;
    notes.begin(
        next instanceof Block.Check check
            ? check.notes()
            : next instanceof Block.Experiment experiment ? experiment.notes() : List.of());
  }

  private void enterLine() throws IOException, InterruptedException {
    Block.Type type = (Block.Type) current();
    if (!context.enterAll(type.lines().get(line), null)) {
      fail(page.words().get("fail.line", type.lines().get(line)));
    }
    line++;
    if (line < type.lines().size()) {
      return;
    }
    context.display().labelled(notes.end());
    if (context.session().latest() != family) {
      from = 0;
    }
    Observation seen = runner.seen(from);
    if (seen != null) {
      judge(seen);
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
        fail(page.words().get("fail.program", run.program().file()));
      } else {
        if (runner.takeTimedOut()) {
          fail(page.words().get("fail.timeout", run.program().file()));
        }
        judge(seen);
        expect(run.expectations(), seen);
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
        fail(page.words().get("fail.timeout", program().file()));
      }
      if (seen != null) {
        judge(seen);
        tally(seen);
      }
      conclude(experiment, seen);
    }
    block++;
    advance();
  }

  /** The different outputs of many runs, the most frequent first. */
  private void tally(Observation seen) {
    if (seen.runs().isEmpty()) {
      return;
    }
    Map<String, Integer> counts = new TreeMap<>();
    for (Observation run : seen.runs()) {
      counts.merge(String.join(" · ", run.output().strip().lines().toList()), 1, Integer::sum);
    }
    List<Map.Entry<String, Integer>> all = new ArrayList<>(counts.entrySet());
    all.sort(Map.Entry.<String, Integer>comparingByValue().reversed());
    for (int i = 0; i < all.size() && i < OUTPUTS_TOLD; i++) {
      String output = all.get(i).getKey();
      page.say(
          Style.MESSAGE,
          "tally",
          all.get(i).getValue(),
          output.length() > 70 ? output.substring(0, 69) + "…" : output);
    }
    if (all.size() > OUTPUTS_TOLD) {
      page.say(Style.NOTE, "tally.more", all.size() - OUTPUTS_TOLD);
    }
  }

  private void conclude(Block.Experiment experiment, @Nullable Observation seen) {
    if (seen == null) {
      fail(page.words().get("fail.claim", experiment.claim()));
      return;
    }
    Block.Finding finding = experiment.finding(seen);
    page.verdict(experiment, finding, LessonRun.errors(seen));
    if (!experiment.agrees(finding)) {
      fail(page.words().get("fail.finding", experiment.claim()));
    }
    if (finding != Block.Finding.NOT_TRIED) {
      expect(experiment.expectations(), seen);
    }
  }

  private void judge(Observation seen) {
    for (Block.Predict predict : asked) {
      String answer = answers.getOrDefault(predict, "");
      page.judgement(predict, answer, predict.prediction().judge(answer, seen));
    }
    asked.clear();
    answers.clear();
  }

  /** What was seen of the lines entered last, once the kernel got where the author saw it. */
  private @Nullable Observation awaitFinding(Block.Experiment experiment)
      throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    Observation seen = runner.seen(from);
    while (seen != null
        && !experiment.agrees(experiment.finding(seen))
        && System.nanoTime() < deadline) {
      Thread.sleep(5);
      seen = runner.seen(from);
    }
    return seen;
  }

  /** Expects conditions of the lines entered last, as soon as the kernel gets there. */
  private void expect(List<Block.Expectation> expectations, boolean patient)
      throws InterruptedException {
    long deadline = System.nanoTime() + (patient ? PATIENCE_NANOS : 0);
    Observation seen = runner.seen(from);
    while (seen != null && !allHold(expectations, seen) && System.nanoTime() < deadline) {
      Thread.sleep(5);
      seen = runner.seen(from);
    }
    if (seen != null) {
      expect(expectations, seen);
    }
  }

  private static boolean allHold(List<Block.Expectation> expectations, Observation seen) {
    return expectations.stream().allMatch(one -> one.condition().holds(seen));
  }

  private void expect(List<Block.Expectation> expectations, Observation seen) {
    for (Block.Expectation expectation : expectations) {
      if (!expectation.condition().holds(seen)) {
        fail(page.words().get("fail.expectation", expectation.text()));
      }
    }
  }

  private boolean tryTask() throws InterruptedException, IOException {
    Block.Task task = (Block.Task) current();
    long deadline = System.nanoTime() + PATIENCE_NANOS / 8;
    while (true) {
      // What happened before is not the learner's doing.
      Observation seen = runner.seen(context.session().latest() == family ? from : 0);
      if (seen != null && task.goal().holds(seen)) {
        page.say(Style.ENDED, "task.done");
        page.remark(task.done());
        block++;
        advance();
        return true;
      }
      if (System.nanoTime() > deadline) {
        return false;
      }
      Thread.sleep(5);
    }
  }

  private void fail(String what) {
    failures.add(
        page.words().get("fail.place", lesson.name(), step + 1, lesson.steps().get(step).heading())
            + ": "
            + what);
    page.plain(Style.ALARM, what);
  }
}
