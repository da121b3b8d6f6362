/**
 * What the compiler must know of the machine: its instructions, its address space, the functions
 * that it computes itself and those it asks the kernel for. Start with {@link
 * org.forkshell.abi.Opcode}, then {@link org.forkshell.abi.AddressSpace}.
 */
@NullMarked
package org.forkshell.abi;

import org.jspecify.annotations.NullMarked;
