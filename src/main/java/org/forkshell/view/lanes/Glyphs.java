package org.forkshell.view.lanes;

import org.forkshell.view.lanes.Row.Kind;
import org.forkshell.view.lanes.Row.Sign;
import org.forkshell.view.lanes.Row.State;

/** The characters of a drawing, each one column wide. */
public enum Glyphs {
  BOX {
    @Override
    String of(State state) {
      return switch (state) {
        case NONE -> " ";
        case ZOMBIE -> "┊";
        case BLOCKED -> "╎";
        case ALIVE -> "│";
      };
    }

    @Override
    String of(Sign sign, boolean rightwards) {
      return switch (sign) {
        case BEGINS -> "○";
        case WRITES -> "●";
        case BLOCKS -> "╎";
        case EXITS -> "■";
        case DIES -> "×";
        case ORPHANED -> "◇";
        case EXECUTES -> "◆";
        case PASSES -> "│";
        case FORKS -> "├";
        case BORN -> "╮";
        case COLLECTED -> "╯";
        case LEAVES -> "┤";
        case WAITS -> "◄";
        case KILLS -> rightwards ? "├" : "┤";
        case HIT -> rightwards ? "►" : "◄";
      };
    }

    @Override
    String of(Kind kind) {
      return kind == Kind.KILL ? "╌" : "─";
    }
  },
  ASCII {
    @Override
    String of(State state) {
      return switch (state) {
        case NONE -> " ";
        case ZOMBIE -> ".";
        case BLOCKED -> ":";
        case ALIVE -> "|";
      };
    }

    @Override
    String of(Sign sign, boolean rightwards) {
      return switch (sign) {
        case BEGINS -> "o";
        case WRITES -> "*";
        case BLOCKS -> ":";
        case EXITS -> "#";
        case DIES -> "X";
        case ORPHANED -> "?";
        case EXECUTES -> "@";
        case PASSES -> "|";
        case FORKS, LEAVES, KILLS -> "+";
        case BORN -> ".";
        case COLLECTED -> "'";
        case WAITS -> "<";
        case HIT -> rightwards ? ">" : "<";
      };
    }

    @Override
    String of(Kind kind) {
      return kind == Kind.KILL ? "~" : "-";
    }
  };

  abstract String of(State state);

  /**
   * @param rightwards whether the edge that it belongs to leads to the right
   */
  abstract String of(Sign sign, boolean rightwards);

  abstract String of(Kind kind);
}
