package org.forkshell.lesson;

import java.util.List;

/** Something that is so or not in what was seen; {@code docs/writing-lessons.md} has the words. */
public sealed interface Condition {
  boolean holds(Observation seen);

  /** The condition that a text spells. */
  static Condition parse(String text) {
    return new ConditionParser(text).wholeCondition();
  }

  /** {@code yes} or {@code no}. */
  record Constant(boolean truth) implements Condition {
    @Override
    public boolean holds(Observation seen) {
      return truth;
    }
  }

  /** How two measures compare. */
  enum Relation {
    EQUAL("="),
    UNEQUAL("!="),
    LESS("<"),
    AT_MOST("<="),
    MORE(">"),
    AT_LEAST(">=");

    private final String sign;

    Relation(String sign) {
      this.sign = sign;
    }

    String sign() {
      return sign;
    }
  }

  /**
   * {@code left = right} and the like; without an order between them, not even unequal ones hold.
   */
  record Comparison(Measure left, Relation relation, Measure right) implements Condition {
    @Override
    public boolean holds(Observation seen) {
      Value a = left.of(seen);
      Value b = right.of(seen);
      if (a.equals(Value.NONE) || b.equals(Value.NONE)) {
        return false;
      }
      Integer order = a.compare(b);
      return switch (relation) {
        case EQUAL -> a.equal(b);
        case UNEQUAL -> !a.equal(b);
        case LESS -> order != null && order < 0;
        case AT_MOST -> order != null && order <= 0;
        case MORE -> order != null && order > 0;
        case AT_LEAST -> order != null && order >= 0;
      };
    }
  }

  /** Both happened, the one before the other. */
  record Before(Selector earlier, Selector later) implements Condition {
    @Override
    public boolean holds(Observation seen) {
      List<Happening> all = seen.happenings();
      List<Integer> first = earlier.places(all);
      List<Integer> second = later.places(all);
      return !first.isEmpty() && !second.isEmpty() && first.get(first.size() - 1) < second.get(0);
    }
  }

  record Happens(Selector selector) implements Condition {
    @Override
    public boolean holds(Observation seen) {
      return !selector.places(seen.happenings()).isEmpty();
    }
  }

  record Not(Condition condition) implements Condition {
    @Override
    public boolean holds(Observation seen) {
      return !condition.holds(seen);
    }
  }

  record And(Condition left, Condition right) implements Condition {
    @Override
    public boolean holds(Observation seen) {
      return left.holds(seen) && right.holds(seen);
    }
  }

  record Or(Condition left, Condition right) implements Condition {
    @Override
    public boolean holds(Observation seen) {
      return left.holds(seen) || right.holds(seen);
    }
  }
}
