/**
 * What happened, as something to be looked at: events become lines that name their process. All of
 * it is data, {@link org.forkshell.view.Text} with named styles; how a style looks on a terminal is
 * not known here. Start with {@link org.forkshell.view.Narrator}.
 */
@NullMarked
package org.forkshell.view;

import org.jspecify.annotations.NullMarked;
