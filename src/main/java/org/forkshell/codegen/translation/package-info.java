/**
 * From instructions to machine code, for x86-64 and AArch64. {@link
 * org.forkshell.codegen.translation.Translator} translates segments of code; {@code Templates} says
 * what each instruction becomes, in steps that an {@code Assembler} writes for its processor;
 * {@code FixedStep} has those that are the same machine code everywhere. Knows no program and not
 * how machine code gets into memory: {@link org.forkshell.abi.TranslatedCode} says what it relies
 * on.
 */
@NullMarked
package org.forkshell.codegen.translation;

import org.jspecify.annotations.NullMarked;
