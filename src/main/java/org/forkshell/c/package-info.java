/**
 * C as a front end: text to tree, and "is this input complete?". Start with {@link
 * org.forkshell.c.CLanguage} for files and {@link org.forkshell.c.CPrompt} for lines typed at the
 * prompt.
 *
 * <p>A text passes {@link org.forkshell.c.Paste} (what web pages do to code, undone and told),
 * {@link org.forkshell.c.Lexer}, {@link org.forkshell.c.Preprocessor} and the parser: {@link
 * org.forkshell.c.Declarations}, {@link org.forkshell.c.Statements}, {@link
 * org.forkshell.c.Expressions}. Every stage works on arrays and hands on plain tokens, since the
 * library's own C sources come this way at every start.
 *
 * <p>The dialect is what gcc accepts when nobody gives it an option. What is not supported is
 * refused by name. This package knows which names are types, because C cannot be parsed otherwise;
 * it knows nothing else of what names mean, and nothing of how a program runs.
 */
@NullMarked
package org.forkshell.c;

import org.jspecify.annotations.NullMarked;
