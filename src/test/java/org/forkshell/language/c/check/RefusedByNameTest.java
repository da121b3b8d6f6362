package org.forkshell.language.c.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.forkshell.source.Diagnostic;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What gcc has and ForkShell has not: its name is told, and nobody is said to have misspelled. */
class RefusedByNameTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "@_Complex@ double z;",
        "@__int128@ a;",
        "unsigned @__int128@ a;",
        "@__uint128_t@ a;",
        "@asm@(\".globl x\");",
        "int f(void) @asm@(\"foo\");",
        "__attribute__((@constructor@)) void f(void) {}",
        "static void f(void) __attribute__((@__destructor__@));",
        "int f(void) __attribute__((@alias@(\"g\")));",
        "typedef int v4 __attribute__((@vector_size@(16)));",
        "typedef int a64 __attribute__((aligned(@64@)));",
        "struct s { unsigned @a:3@; } __attribute__((packed));",
        "void f(void) { @asm@(\"nop\"); }",
        "void f(void) { __asm__ volatile (\"\" : : : \"memory\"); @asm@(\"\" \"nop\"); }",
        "void f(void) { int a __attribute__((@cleanup@(g))); }",
        "void f(void) { int @a@ __attribute__((aligned(64))); }",
        "void f(void) { int @g@(void) { return 1; } }",
        "void f(void) { void *p = @&&@here; here: ; }",
        "void f(void) { @__auto_type@ a = 1; }",
        "void f(void) { long n = @__builtin_object_size@(0, 0); }",
        "void f(void) { @__builtin_return_address@(0); }",
        "void f(void) { @__builtin_cpu_supports@(\"sse2\"); }",
        "long f(void) { static _Atomic long double a; return @a@; }",
        "struct s { long a, b; }; void f(_Atomic struct s *p) { struct s s = @*p@; }",
        "_Bool f(void) { return @__atomic_is_lock_free@(16, 0); }",
        "void f(int *p) { @__sync_fetch_and_max@(p, 0); }",
        "int a = @__ATOMIC_HLE_ACQUIRE@;",
        "#include @<complex.h>@",
        "#include @<dlfcn.h>@",
        "#include @<ucontext.h>@",
        "#include @<iconv.h>@",
        "#include @<gmp.h>@",
        "#include @<openssl/evp.h>@",
        "#include @<quadmath.h>@",
        "#include @<seccomp.h>@"
      })
  void whatGccHas(String text) {
    String marked = text.substring(text.indexOf('@') + 1, text.lastIndexOf('@'));
    String program = text.replace("@", "") + "\nint main(void) { return 0; }\n";
    List<Diagnostic> errors =
        Compiled.of(program).diagnostics().stream().filter(Diagnostic::isError).toList();
    assertThat(errors).hasSize(1);
    assertThat(errors.get(0).message(Locale.ROOT)).contains("not supported");
    assertThat(errors.get(0).span().text()).isEqualTo(marked);
  }
}
