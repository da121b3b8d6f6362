/**
 * What a family did, as a chart of lanes: time runs down, each process has a lane of its own, forks
 * and waits lead from lane to lane. Start with {@link org.forkshell.view.lanes.LaneChart}, which is
 * made of events alone; {@link org.forkshell.view.lanes.LanePlan} gives everything its place, and
 * one class each draws the plan for a terminal, as SVG and as a page. Knows no terminal and no
 * running process.
 */
@NullMarked
package org.forkshell.view.lanes;

import org.jspecify.annotations.NullMarked;
