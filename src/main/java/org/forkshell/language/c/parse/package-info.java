/**
 * C as a front end: text to the tree of {@link org.forkshell.language.c.syntax}, which {@link
 * org.forkshell.language.c.check} makes the typed tree, and "is this input complete?". Start with
 * {@link org.forkshell.language.c.parse.ProgramParser} for files and {@link
 * org.forkshell.language.c.parse.LineParser} for lines typed at the prompt.
 *
 * <p>A text passes {@link org.forkshell.language.c.parse.Paste} (what web pages do to code, undone
 * and told), {@link org.forkshell.language.c.parse.Lexer}, {@link
 * org.forkshell.language.c.parse.Preprocessor} and the parser: {@link
 * org.forkshell.language.c.parse.Declarations}, {@link org.forkshell.language.c.parse.Statements},
 * {@link org.forkshell.language.c.parse.Expressions}. Every stage works on arrays and hands on
 * plain tokens, since the library's own C sources come this way at every start.
 *
 * <p>The dialect is what gcc accepts when nobody gives it an option. What is not supported is
 * refused by name. This package knows which names are types, because C cannot be parsed otherwise;
 * it knows nothing else of what names mean, and nothing of how a program runs.
 */
@NullMarked
package org.forkshell.language.c.parse;

import org.jspecify.annotations.NullMarked;
