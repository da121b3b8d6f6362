package org.forkshell.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.forkshell.lesson.Prediction.Option;
import org.forkshell.lesson.Prediction.Verdict;
import org.forkshell.process.FlushReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PredictionTest {
  /** P writes, forks, and both write; nobody waits. */
  private static final Observation FREE =
      Events.ofRoot()
          .write(Events.ROOT, "begin\n")
          .fork(Events.ROOT, 1001, 1)
          .write(Events.ROOT, "father 1000\n")
          .write(1001, "son 1001\n")
          .exit(Events.ROOT, 0)
          .exit(1001, 0)
          .seen();

  /** The same, but P waits. */
  private static final Observation ORDERED =
      Events.ofRoot()
          .fork(Events.ROOT, 1001, 1)
          .block(Events.ROOT)
          .write(1001, "son")
          .exit(1001, 0)
          .waited(Events.ROOT, 1001, 0)
          .write(Events.ROOT, "father", FlushReason.EXIT)
          .exit(Events.ROOT, 0)
          .seen();

  @ParameterizedTest
  @CsvSource({
    "3, RIGHT",
    "three lines, RIGHT",
    "三行, RIGHT",
    "３, RIGHT",
    "14, WRONG",
    "no idea, UNCLEAR",
    "'', UNCLEAR"
  })
  void aNumberMayBeWrittenInManyWays(String answer, Verdict verdict) {
    assertThat(new Prediction.Number(Measure.parse("lines")).judge(answer, FREE).verdict())
        .isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({
    "2, RIGHT",
    "b, RIGHT",
    "B), RIGHT",
    "twice, RIGHT",
    "Twice!, UNCLEAR",
    "1, WRONG",
    "once, WRONG",
    "4, UNCLEAR"
  })
  void aChoiceIsANumberALetterOrItsWords(String answer, Verdict verdict) {
    Prediction choice =
        new Prediction.Choice(
            List.of(
                new Option<>("once", Condition.parse("lines = 1")),
                new Option<>("twice, or more often", Condition.parse("lines > 1")),
                new Option<>("never", Condition.parse("lines = 0"))));

    assertThat(choice.judge(answer, FREE).verdict()).isEqualTo(verdict);
  }

  @Test
  void whatWasTrueIsTold() {
    Prediction choice =
        new Prediction.Choice(
            List.of(
                new Option<>("once", Condition.parse("lines = 1")),
                new Option<>("thrice", Condition.parse("lines = 3"))));

    assertThat(choice.judge("once", FREE).actual()).isEqualTo("thrice");
  }

  @ParameterizedTest
  @CsvSource({
    "1 2, RIGHT",
    "12, RIGHT",
    "'the parent, the child', RIGHT",
    "2 1, POSSIBLE",
    "ba, POSSIBLE",
    "1, UNCLEAR",
    "1 1, UNCLEAR"
  })
  void anOrderThatCouldHaveBeenIsNotWrong(String answer, Verdict verdict) {
    assertThat(order("first output \"father\"").judge(answer, FREE).verdict()).isEqualTo(verdict);
  }

  @Test
  void whatForkAndWaitOrderCannotBeOtherwise() {
    assertThat(order("first output of P").judge("1 2", ORDERED).verdict()).isEqualTo(Verdict.WRONG);
    assertThat(order("first output of P").judge("2 1", ORDERED).verdict()).isEqualTo(Verdict.RIGHT);
    assertThat(order("output \"begin\"").judge("2 1", FREE).verdict()).isEqualTo(Verdict.WRONG);
  }

  private static Prediction order(String parent) {
    return new Prediction.Order(
        List.of(
            new Option<>("the parent", new ConditionParser(parent).wholeSelector()),
            new Option<>("the child", new ConditionParser("output of P.1").wholeSelector())));
  }

  @ParameterizedTest
  @CsvSource({
    "begin / father 1000 / son 1001, RIGHT",
    "begin / father P / son P.1, RIGHT",
    "begin / father 4711 / son 4712, RIGHT",
    "begin / son 1001 / father 1000, POSSIBLE",
    "father 1000 / begin / son 1001, WRONG",
    "begin / father 1000, WRONG",
    "begin / father 1000 / son 1001 / son 1001, WRONG",
    "'', UNCLEAR"
  })
  void outputIsComparedByItsEssence(String answer, Verdict verdict) {
    String typed = answer.replace(" / ", "\n");

    assertThat(new Prediction.Output().judge(typed, FREE).verdict()).isEqualTo(verdict);
  }

  @Test
  void aWriteIsNeverTornApart() {
    Prediction output = new Prediction.Output();

    assertThat(output.judge("sonfather", ORDERED).verdict()).isEqualTo(Verdict.RIGHT);
    assertThat(output.judge("fatherson", ORDERED).verdict()).isEqualTo(Verdict.WRONG);
    assertThat(output.judge("sofathern", ORDERED).verdict()).isEqualTo(Verdict.WRONG);
  }
}
