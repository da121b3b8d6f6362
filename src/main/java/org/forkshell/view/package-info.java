/**
 * What happened, as something to be looked at. {@link org.forkshell.view.Narrator} turns events
 * into remarks, whose {@link org.forkshell.view.Note}s are data of some {@link
 * org.forkshell.view.NoteKind}; {@link org.forkshell.view.Wording} puts them into the learner's
 * language, {@link org.forkshell.view.LineLayout} into columns. {@link
 * org.forkshell.view.Explanations} knows more about each. All of it is {@link
 * org.forkshell.view.Text} with named styles in the end; how a style looks on a terminal is not
 * known here.
 */
@NullMarked
package org.forkshell.view;

import org.jspecify.annotations.NullMarked;
