package org.forkshell.language.c.parse;

import org.forkshell.language.c.parse.Macro.Special;
import org.forkshell.source.SourceText;

/** The macros that need no header (C11 6.10.8), as gcc has them on this machine's kind. */
final class Predefined {
  private static final String[] NUMBERS = {
    "__STDC__",
    "1",
    "__STDC_VERSION__",
    "201710L",
    "__STDC_HOSTED__",
    "1",
    "__STDC_UTF_16__",
    "1",
    "__STDC_UTF_32__",
    "1",
    "__STDC_NO_COMPLEX__",
    "1",
    "__FORKSHELL__",
    "1",
    "__GNUC__",
    "12",
    "__GNUC_MINOR__",
    "2",
    "__GNUC_PATCHLEVEL__",
    "0",
    "__linux__",
    "1",
    "__linux",
    "1",
    "linux",
    "1",
    "__gnu_linux__",
    "1",
    "__unix__",
    "1",
    "__unix",
    "1",
    "unix",
    "1",
    "__x86_64__",
    "1",
    "__x86_64",
    "1",
    "__amd64__",
    "1",
    "__LP64__",
    "1",
    "_LP64",
    "1",
    "__ELF__",
    "1",
    "__ATOMIC_RELAXED",
    "0",
    "__ATOMIC_CONSUME",
    "1",
    "__ATOMIC_ACQUIRE",
    "2",
    "__ATOMIC_RELEASE",
    "3",
    "__ATOMIC_ACQ_REL",
    "4",
    "__ATOMIC_SEQ_CST",
    "5",
    "__GCC_ATOMIC_BOOL_LOCK_FREE",
    "2",
    "__GCC_ATOMIC_CHAR_LOCK_FREE",
    "2",
    "__GCC_ATOMIC_CHAR16_T_LOCK_FREE",
    "2",
    "__GCC_ATOMIC_CHAR32_T_LOCK_FREE",
    "2",
    "__GCC_ATOMIC_WCHAR_T_LOCK_FREE",
    "2",
    "__GCC_ATOMIC_SHORT_LOCK_FREE",
    "2",
    "__GCC_ATOMIC_INT_LOCK_FREE",
    "2",
    "__GCC_ATOMIC_LONG_LOCK_FREE",
    "2",
    "__GCC_ATOMIC_LLONG_LOCK_FREE",
    "2",
    "__GCC_ATOMIC_POINTER_LOCK_FREE",
    "2",
    "__GCC_ATOMIC_TEST_AND_SET_TRUEVAL",
    "1",
    "__GCC_HAVE_SYNC_COMPARE_AND_SWAP_1",
    "1",
    "__GCC_HAVE_SYNC_COMPARE_AND_SWAP_2",
    "1",
    "__GCC_HAVE_SYNC_COMPARE_AND_SWAP_4",
    "1",
    "__GCC_HAVE_SYNC_COMPARE_AND_SWAP_8",
    "1",
    "__CHAR_BIT__",
    "8",
    "__SIZEOF_SHORT__",
    "2",
    "__SIZEOF_INT__",
    "4",
    "__SIZEOF_LONG__",
    "8",
    "__SIZEOF_LONG_LONG__",
    "8",
    "__SIZEOF_POINTER__",
    "8",
    "__SIZEOF_SIZE_T__",
    "8",
    "__SIZEOF_FLOAT__",
    "4",
    "__SIZEOF_DOUBLE__",
    "8",
    "__INT_MAX__",
    "0x7fffffff",
    "__LONG_MAX__",
    "0x7fffffffffffffffL",
    "__LONG_LONG_MAX__",
    "0x7fffffffffffffffLL",
    "__SHRT_MAX__",
    "0x7fff",
    "__SCHAR_MAX__",
    "0x7f",
    "__ORDER_LITTLE_ENDIAN__",
    "1234",
    "__ORDER_BIG_ENDIAN__",
    "4321",
    "__BYTE_ORDER__",
    "1234",
  };

  private static final String[] TYPES = {
    "__SIZE_TYPE__", "unsigned long",
    "__PTRDIFF_TYPE__", "long",
    "__WCHAR_TYPE__", "int",
    "__WINT_TYPE__", "unsigned",
    "__INTMAX_TYPE__", "long",
    "__UINTMAX_TYPE__", "unsigned long",
    "__INTPTR_TYPE__", "long",
    "__UINTPTR_TYPE__", "unsigned long",
    "__INT8_TYPE__", "signed char",
    "__INT16_TYPE__", "short",
    "__INT32_TYPE__", "int",
    "__INT64_TYPE__", "long",
    "__UINT8_TYPE__", "unsigned char",
    "__UINT16_TYPE__", "unsigned short",
    "__UINT32_TYPE__", "unsigned",
    "__UINT64_TYPE__", "unsigned long",
  };

  private Predefined() {}

  static Macros macros(Words words) {
    Macros macros = new Macros(null);
    for (int i = 0; i < NUMBERS.length; i += 2) {
      Word name = words.of(NUMBERS[i]);
      Token[] body = {number(NUMBERS[i + 1])};
      macros.define(new Macro(name, null, false, body, new int[] {-1}, Special.NONE, null));
    }
    for (int i = 0; i < TYPES.length; i += 2) {
      String[] type = TYPES[i + 1].split(" ");
      Token[] body = new Token[type.length];
      int[] uses = new int[type.length];
      for (int k = 0; k < type.length; k++) {
        body[k] = word(words.of(type[k]));
        uses[k] = -1;
      }
      Word name = words.of(TYPES[i]);
      macros.define(new Macro(name, null, false, body, uses, Special.NONE, null));
    }
    macros.define(Macro.special(words.of("__LINE__"), Special.LINE));
    macros.define(Macro.special(words.of("__FILE__"), Special.FILE));
    macros.define(Macro.special(words.of("__BASE_FILE__"), Special.FILE));
    macros.define(Macro.special(words.of("__DATE__"), Special.DATE));
    macros.define(Macro.special(words.of("__TIME__"), Special.TIME));
    macros.define(Macro.special(words.of("__COUNTER__"), Special.COUNTER));
    return macros;
  }

  private static final SourceText NOWHERE = new SourceText("<predefined>", "");

  private static Token word(Word word) {
    return new Token(word.kind, word.text, word, NOWHERE, 0, 0, false, true, null);
  }

  private static Token number(String text) {
    return new Token(TokenKind.NUMBER, text, null, NOWHERE, 0, 0, false, false, null);
  }
}
