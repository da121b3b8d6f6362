package org.forkshell.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.forkshell.process.Event;
import org.forkshell.process.Event.Origin;
import org.forkshell.process.FlushReason;
import org.forkshell.process.ProcessTree;
import org.forkshell.process.WaitStatus;
import org.junit.jupiter.api.Test;

class NarratorTest {
  private static final int P = 100;
  private static final int CHILD = 101;
  private static final int REAPER = 9;

  private final ProcessTree tree = new ProcessTree();
  private final Map<Integer, String> waiting = new HashMap<>();
  private final List<String> told = new ArrayList<>();
  private int line = 1;
  private boolean valued = true;
  private String call = "fork";
  private String calledNow = "";

  private final Facts facts =
      new Facts() {
        @Override
        public ProcessTree tree() {
          return tree;
        }

        @Override
        public long reaper() {
          return REAPER;
        }

        @Override
        public List<Value> values(Event.LineDone done) {
          return valued ? List.of(new Value("$1", Long.toString(done.value()))) : List.of();
        }

        @Override
        public String valueOf(Origin origin) {
          return valued ? call : "";
        }

        @Override
        public String call(Origin origin) {
          return calledNow;
        }

        @Override
        public Waiting waiting(int pid) {
          String text = waiting.get(pid);
          return text == null ? null : new Waiting(text.getBytes(StandardCharsets.UTF_8), true);
        }

        @Override
        public String errorName(int errno) {
          return errno == 11 ? "EAGAIN" : "E" + errno;
        }

        @Override
        public boolean isReadOnly(long address) {
          return address == 7;
        }

        @Override
        public String place(Origin origin) {
          return "3:1";
        }
      };

  private final NoteChoice choice = new NoteChoice();
  private final Wording wording =
      new Wording(
          () -> new Messages(Messages.class, "Messages", Locale.ENGLISH),
          () -> Explanations.in(Locale.ENGLISH),
          choice,
          () -> Drawing.BOX);
  private final List<Remark> remarks = new ArrayList<>();
  private final Narrator narrator = new Narrator(facts, choice::isOn, remarks::add);

  NarratorTest() {
    hear(new Event.Born(at(P), 0, 0));
  }

  private static String text(LabelledLine line) {
    String note = line.note().isEmpty() ? "" : " | " + line.note();
    return line.who() + ": " + line.what() + note;
  }

  private Origin at(int pid) {
    return new Origin(pid, 0, line, List.of());
  }

  private void hear(Event event) {
    tree.add(event);
    narrator.hear(event);
    show();
  }

  private void show() {
    wording.lines(remarks).forEach(line -> told.add(text(line)));
    remarks.clear();
  }

  private void done(int pid, long value) {
    hear(new Event.LineDone(at(pid), true, value));
  }

  private void fork(int child) {
    fork(child, 0);
  }

  private void fork(int child, long unwritten) {
    hear(new Event.Forked(at(P), child, child - P));
    hear(new Event.Born(at(child), P, child - P, unwritten));
  }

  private void output(int pid, String text, FlushReason reason) {
    hear(new Event.Output(at(pid), 1, text.getBytes(StandardCharsets.UTF_8), reason));
  }

  private List<String> settled() {
    narrator.settle();
    show();
    return told;
  }

  @Test
  void aProcessIsToldOnceOfEachFunctionThatIsNotAsyncSignalSafe() {
    fork(CHILD);
    for (String each : List.of("printf", "malloc", "printf")) {
      calledNow = each;
      hear(new Event.UnsafeCall(at(CHILD)));
    }
    assertThat(String.join("\n", settled()))
        .containsOnlyOnce("calls printf")
        .containsOnlyOnce("calls malloc");
  }

  @Test
  void forkReturnsTwice() {
    fork(CHILD);
    done(CHILD, 0);
    done(P, CHILD);
    assertThat(settled())
        .containsExactly(
            "P: $1 ==> 101 | the parent got P.1's pid", "P.1: $1 ==> 0 | the child got 0");
  }

  @Test
  void aForkWhoseValueIsNotKeptIsToldOfInBoth() {
    valued = false;
    fork(CHILD);
    done(CHILD, 0);
    done(P, 0);
    assertThat(settled())
        .containsExactlyInAnyOrder(
            "P: fork ==> 101 | the parent got P.1's pid", "P.1: fork ==> 0 | the child got 0");
  }

  @Test
  void aParentSaysThatItForkedBeforeItsChildIsHeard() {
    fork(CHILD);
    output(CHILD, "child\n", FlushReason.NEWLINE);
    done(P, CHILD);
    assertThat(told)
        .containsExactly(
            "P: fork ==> 101 | the parent got P.1's pid",
            "P.1: fork ==> 0 | the child got 0",
            "P.1: child | the newline sent the line on its way");
  }

  @Test
  void waitingBytesAreShownAndForkCopiesThem() {
    valued = false;
    waiting.put(P, "fork!");
    done(P, 0);
    assertThat(settled())
        .containsExactly("P: \"fork!\" | waits in stdout's buffer (5 bytes, no newline yet)");
    told.clear();
    line = 2;
    valued = true;
    waiting.put(CHILD, "fork!");
    fork(CHILD, 5);
    done(P, CHILD);
    done(CHILD, 0);
    assertThat(settled())
        .containsExactly(
            "P: $1 ==> 101 | the parent got P.1's pid",
            "P.1: $1 ==> 0 | the child got 0, and its own copy of the 5 bytes");
  }

  @Test
  void whatWaitCollectsIsNotToldTwice() {
    valued = false;
    fork(CHILD);
    settled();
    told.clear();
    hear(new Event.Blocked(at(P), Event.Call.WAIT, -1));
    output(CHILD, "fork!", FlushReason.EXIT);
    hear(new Event.Exiting(at(CHILD), 3));
    hear(new Event.Waited(at(P), CHILD, WaitStatus.ofExit(3), 0));
    done(P, 0);
    assertThat(settled())
        .containsExactly("P.1: fork! | flushed by exit", "P: wait ==> 101 | P.1 exited with 3");
  }

  @Test
  void whomNobodyWaitsForIsAZombie() {
    fork(CHILD);
    settled();
    told.clear();
    hear(new Event.Exiting(at(CHILD), 0));
    assertThat(settled()).containsExactly("P.1: exited with 0 | a zombie until P waits for it");
    assertThat(settled()).hasSize(1);
  }

  @Test
  void whomItsParentWaitsForAlreadyIsNoZombieUntilThen() {
    fork(CHILD);
    fork(CHILD + 1);
    settled();
    told.clear();
    hear(new Event.Blocked(at(P), Event.Call.WAIT, CHILD));
    hear(new Event.Exiting(at(CHILD), 0));
    hear(new Event.Exiting(at(CHILD + 1), 0));
    assertThat(settled())
        .contains("P.1: exited with 0", "P.2: exited with 0 | a zombie until P waits for it");
  }

  @Test
  void childrenOfTheDeadAreOrphans() {
    fork(CHILD);
    settled();
    told.clear();
    hear(new Event.Exiting(at(P), 0));
    hear(new Event.Reaped(at(REAPER), P, WaitStatus.ofExit(0)));
    assertThat(settled())
        .containsExactly(
            "P: exited with 0",
            "P.1: an orphan now | P has ended; process 9 adopted it, ForkShell's zygote, a"
                + " subreaper");
  }

  @Test
  void whoIsKilledFromOutsideIsMissed() {
    fork(CHILD);
    settled();
    told.clear();
    call = "wait";
    hear(new Event.Waited(at(P), CHILD, new WaitStatus(9), 0));
    done(P, CHILD);
    assertThat(settled())
        .containsExactly("P.1: killed by SIGKILL", "P: $1 ==> 101 | P.1 was killed by SIGKILL");
  }

  @Test
  void aFaultNamesItsSignalAndPlace() {
    hear(new Event.Faulted(at(P), 11, 0));
    assertThat(settled()).containsExactly("P: killed by SIGSEGV | used a null pointer, 3:1");
  }

  @Test
  void writingToAConstantIsToldFromUsingNoMemory() {
    hear(new Event.Faulted(at(P), 11, 7));
    assertThat(settled()).singleElement().asString().contains("wrote to read-only memory at 0x7");
  }

  @Test
  void aForkBombIsCountedNotListed() {
    for (int i = 0; i < 1000; i++) {
      hear(new Event.ForkRefused(at(P), 11, 64));
    }
    assertThat(settled())
        .containsExactly(
            "P: fork ==> -1 | EAGAIN: 64 alive is the limit (/set limit)",
            "P: fork ==> -1 | EAGAIN: the limit is 64",
            "P: fork ==> -1 | refused 998 more times");
  }

  @Test
  void manyEqualValuesBecomeOneLine() {
    for (int i = 1; i <= 5; i++) {
      fork(P + i);
    }
    settled();
    told.clear();
    line = 2;
    done(P, 7);
    done(P + 1, 8);
    for (int i = 2; i <= 5; i++) {
      done(P + i, 7);
    }
    assertThat(settled()).containsExactly("P +4: $1 ==> 7", "P.1: $1 ==> 8");
  }

  @Test
  void textWithoutANewlineIsMarked() {
    output(P, "a\nb", FlushReason.WRITE);
    done(P, 1);
    assertThat(settled()).containsExactly("P: a", "P: b | no newline", "P: $1 ==> 1");
  }

  @Test
  void whoIsBlockedForLongIsTold() {
    hear(new Event.Blocked(at(P), Event.Call.READ, 0));
    assertThat(settled()).containsExactly("P: read … | reads stdin: the next line is for it");
    assertThat(settled()).hasSize(1);
  }

  @Test
  void whoIsBlockedForAMomentIsNot() {
    hear(new Event.Blocked(at(P), Event.Call.READ, 0));
    hear(new Event.Unblocked(at(P), Event.Call.READ, 3));
    assertThat(settled()).isEmpty();
  }

  @Test
  void onlyASignalIsSaidToHaveCutACallShort() {
    hear(new Event.Blocked(at(P), Event.Call.WRITE, 4));
    settled();
    hear(new Event.Unblocked(at(P), Event.Call.WRITE, -1, 32));
    hear(new Event.Blocked(at(P), Event.Call.WRITE, 4));
    settled();
    hear(new Event.Unblocked(at(P), Event.Call.WRITE, -1, 4));
    assertThat(settled())
        .contains("P: write failed | E32")
        .contains("P: write cut short | E4: a signal came first");
  }

  @Test
  void silenceLeavesOutputAndValues() {
    choice.level(Feedback.SILENT);
    fork(CHILD);
    output(P, "x", FlushReason.EXIT);
    done(P, CHILD);
    hear(new Event.Exiting(at(CHILD), 0));
    assertThat(settled()).containsExactly("P: x", "P: $1 ==> 101");
  }

  @Test
  void whatIsExplainedIsExplainedOnce() {
    choice.level(Feedback.VERBOSE);
    fork(CHILD);
    done(P, CHILD);
    settled();
    fork(CHILD + 1);
    done(P, CHILD + 1);
    assertThat(settled()).filteredOn(text -> text.contains("made a second process")).hasSize(1);
  }

  @Test
  void eachByteIsShownOnceByItsWriter() {
    fork(CHILD);
    output(P, "one\ntw", FlushReason.WRITE);
    output(CHILD, "eins\nzw", FlushReason.WRITE);
    output(P, "o\n", FlushReason.WRITE);
    output(CHILD, "ei\n", FlushReason.WRITE);
    assertThat(told)
        .containsSubsequence("P: one", "P: two")
        .containsSubsequence("P.1: eins", "P.1: zwei");
  }

  @Test
  void aNoteIsSaidInFullOnceAndBrieflyAfterThat() {
    valued = false;
    fork(CHILD);
    settled();
    fork(CHILD + 1);
    assertThat(settled())
        .containsExactlyInAnyOrder(
            "P: fork ==> 101 | the parent got P.1's pid",
            "P.1: fork ==> 0 | the child got 0",
            "P: fork ==> 102 | P.2's pid",
            "P.2: fork ==> 0 | the child");
  }

  @Test
  void theNewlineIsNamedOnceAndAlwaysToWhoWantsEveryWord() {
    output(P, "a\n", FlushReason.NEWLINE);
    output(P, "b\n", FlushReason.NEWLINE);
    assertThat(settled()).containsExactly("P: a | the newline sent the line on its way", "P: b");
    choice.level(Feedback.VERBOSE);
    output(P, "c\n", FlushReason.NEWLINE);
    assertThat(settled()).contains("P: c | by the newline");
  }

  @Test
  void aKindThatIsSwitchedOffIsNotToldAndItsLineNeither() {
    choice.choose(NoteKind.named("fork"), false);
    fork(CHILD, 5);
    output(CHILD, "x\n", FlushReason.EXIT);
    done(P, CHILD);
    assertThat(settled()).containsExactly("P.1: x | flushed by exit", "P: $1 ==> 101");
  }

  @Test
  void aKindThatIsSwitchedOnIsToldInSilenceToo() {
    choice.level(Feedback.SILENT);
    choice.choose(List.of(NoteKind.EXITED), true);
    hear(new Event.Exiting(at(P), 3));
    assertThat(settled()).containsExactly("P: exited with 3");
  }

  @Test
  void bytesThatNobodyWillWriteAreMissed() {
    fork(CHILD, 5);
    settled();
    told.clear();
    hear(new Event.Exiting(at(CHILD), 0, 5));
    assertThat(settled())
        .first()
        .isEqualTo(
            "P.1: _exit(0) | 5 bytes in stdout's buffer were never written:"
                + " _exit flushes nothing");
  }

  @Test
  void forkTellsInAProgramTooWhatItCopied() {
    valued = false;
    fork(CHILD, 5);
    assertThat(settled())
        .contains("P.1: fork ==> 0 | the child got 0, and its own copy of the 5 bytes");
  }

  @Test
  void endIsToldOnceThoughTheTreeKnowsOfItFirst() {
    Event reaped = new Event.Reaped(at(REAPER), P, WaitStatus.ofExit(0));
    hear(new Event.Exiting(at(P), 0));
    tree.add(reaped);
    assertThat(settled()).hasSize(1);
    narrator.hear(reaped);
    assertThat(settled()).hasSize(1);
  }
}
