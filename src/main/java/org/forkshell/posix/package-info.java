/**
 * The system calls, through jnr-posix and jnr-ffi, and the only place that knows of either. Start
 * with {@link org.forkshell.posix.Posix}. Addresses are plain longs, failures are -1 with {@link
 * org.forkshell.posix.Posix#errno}: a program process may not allocate, so nothing here does.
 */
@NullMarked
package org.forkshell.posix;

import org.jspecify.annotations.NullMarked;
