/**
 * What the compiler must know of the machine: its instructions, its address space, the functions
 * that it computes itself and those it asks the kernel for. Start with {@link
 * org.forkshell.machine.code.Opcode}, then {@link org.forkshell.machine.code.AddressSpace}.
 */
@NullMarked
package org.forkshell.machine.code;

import org.jspecify.annotations.NullMarked;
