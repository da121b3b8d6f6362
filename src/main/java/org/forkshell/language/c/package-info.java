/** C as a front end. */
@NullMarked
package org.forkshell.language.c;

import org.jspecify.annotations.NullMarked;
