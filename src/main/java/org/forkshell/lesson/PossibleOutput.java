package org.forkshell.lesson;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.forkshell.lesson.Happening.Kind;

/**
 * Whether the processes, each writing what it wrote, might have produced another text together: a
 * search through the orders that {@link Causality} permits, as far as they agree with the text.
 */
final class PossibleOutput {
  /** Enough for any lesson; who runs into it is told that the order was not judged. */
  private static final int MOST_STATES = 200_000;

  private final Causality causality;
  private final List<List<Integer>> byProcess = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private final String wanted;

  /**
   * @param form what makes texts comparable, such as leaving out blanks; applied to each piece
   */
  private PossibleOutput(
      Observation run, String wanted, java.util.function.UnaryOperator<String> form) {
    List<Happening> happenings = run.happenings();
    this.causality = new Causality(happenings);
    this.wanted = wanted;
    List<Integer> pids = new ArrayList<>();
    for (int i = 0; i < happenings.size(); i++) {
      Happening happening = happenings.get(i);
      texts.add(form.apply(happening.detail()));
      if (happening.kind() == Kind.OUTPUT) {
        int process = pids.indexOf(happening.pid());
        if (process < 0) {
          process = pids.size();
          pids.add(happening.pid());
          byProcess.add(new ArrayList<>());
        }
        byProcess.get(process).add(i);
      }
    }
  }

  /** Whether {@code text}, which has been given the same form, might have been written. */
  static boolean permits(
      Observation run, String text, java.util.function.UnaryOperator<String> form) {
    PossibleOutput search = new PossibleOutput(run, text, form);
    return search.continues(new int[search.byProcess.size()], 0);
  }

  private boolean continues(int[] done, int at) {
    if (seen.size() > MOST_STATES || !seen.add(java.util.Arrays.toString(done) + at)) {
      return false;
    }
    boolean all = true;
    for (int process = 0; process < done.length; process++) {
      List<Integer> own = byProcess.get(process);
      if (done[process] == own.size()) {
        continue;
      }
      all = false;
      int next = own.get(done[process]);
      String text = texts.get(next);
      if (wanted.startsWith(text, at) && isDue(next, done)) {
        done[process]++;
        boolean fits = continues(done, at + text.length());
        done[process]--;
        if (fits) {
          return true;
        }
      }
    }
    return all && at == wanted.length();
  }

  /** Whether all that has to come before has come. */
  private boolean isDue(int happening, int[] done) {
    for (int process = 0; process < done.length; process++) {
      List<Integer> own = byProcess.get(process);
      if (done[process] < own.size() && causality.precedes(own.get(done[process]), happening)) {
        return false;
      }
    }
    return true;
  }
}
