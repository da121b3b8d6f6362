package org.forkshell.tutor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.forkshell.lesson.Lesson;
import org.forkshell.lesson.LessonReader;
import org.forkshell.shell.PromptExtension;
import org.forkshell.shell.PromptSession;
import org.forkshell.shell.Transcript;
import org.forkshell.view.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a lesson shows, and when. */
class LessonPageTest {
  @RegisterExtension static final PromptExtension PROMPT = new PromptExtension(Replay.GRACE);

  private static final String FRONT = "---\ntitle: T\nsummary: S\nminutes: 1\n---\n\n# T\n\n";
  private static final String RUN = "```run\nprogram: one.c\n```\n\n";
  private static final String QUESTION = "```predict\nask: How many?\nnumber: processes\n```\n\n";

  @TempDir Path folder;
  private final Transcript screen = PROMPT.screen();

  /** Pages on; steps back once where told to. */
  private static final class Pages implements Replay.Typist {
    private boolean back;

    Pages(boolean back) {
      this.back = back;
    }

    @Override
    public Wish read() {
      return Wish.ON;
    }

    @Override
    public Wish type(Text prompt, String line) {
      boolean now = back;
      back = false;
      return now ? Wish.BACK : Wish.ON;
    }
  }

  private List<String> played(String steps, boolean back) throws Exception {
    Files.writeString(folder.resolve("README.md"), FRONT + steps);
    Files.writeString(folder.resolve("one.c"), "int main(void) { return 0; }\n");
    Lesson lesson = LessonReader.read(folder, Locale.ENGLISH).lesson();
    PromptSession session = PROMPT.session();
    assertThat(Replay.run(session, lesson, new Pages(back))).isEmpty();
    return screen.lines();
  }

  private static long listings(List<String> lines) {
    return lines.stream().filter(line -> line.contains("int main(void)")).count();
  }

  @Test
  void aProgramIsShownBeforeWhatIsAskedAboutIt() throws Exception {
    assertThat(played("## Step\n\nProse.\n\n" + QUESTION + RUN, false))
        .containsSubsequence("one.c", "1 int main(void) { return 0; }", "? How many?");
  }

  @Test
  void aProgramIsShownOnce() throws Exception {
    assertThat(listings(played("## Step\n\n" + QUESTION + RUN + QUESTION + RUN, false)))
        .isEqualTo(1);
  }

  @Test
  void whoStepsBackIsShownItAgain() throws Exception {
    assertThat(listings(played("## Step\n\n" + RUN, true))).isEqualTo(2);
  }

  @Test
  void questionsMayHoldCodeAndEmphasis() throws Exception {
    String question = "```predict\nask: Is `x` *really* 1?\nnumber: processes\n```\n\n";
    assertThat(played("## Step\n\n" + question + RUN, false)).contains("? Is x really 1?");
  }

  @Test
  void whatFollowsARunStandsApart() throws Exception {
    assertThat(played("## Step\n\n" + QUESTION + RUN + "After it.\n", false))
        .containsSequence("It was “1”.", "", "After it.");
  }

  @Test
  void linesAreShownBeforeWhatIsAskedAboutThem() throws Exception {
    assertThat(played("## Step\n\n" + QUESTION + "```type\nfork\n```\n", false))
        .containsSubsequence("fork", "? How many?", "P # $1 ==> # the parent got P.1's pid");
  }
}
