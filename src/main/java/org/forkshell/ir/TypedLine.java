package org.forkshell.ir;

import java.util.List;

/**
 * A line typed at the prompt as the checker leaves it.
 *
 * @param function what its code is called where functions are named
 * @param own what the line itself declares, in order
 * @param body its statements, a function without parameters and result
 * @param replaced the functions that mean something else from this line on
 * @param shown the objects whose values a learner wants to see after the line has run
 * @param call the function whose result the last of these values is, empty where it is no call's
 */
public record TypedLine(
    String function,
    List<Symbol> own,
    FunctionBody body,
    List<Replacement> replaced,
    List<Symbol.Static> shown,
    String call) {
  /** Who calls the old function from now on gets the other one. */
  public record Replacement(Symbol.Function old, Symbol.Function by) {}
}
