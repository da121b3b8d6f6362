// shows: regcomp and regexec, basic and extended
#include <regex.h>
#include <stdio.h>
#include <string.h>

static void try(const char *pattern, const char *text, int flags)
{
    regex_t compiled;
    regmatch_t found[4];
    char message[100];
    int error = regcomp(&compiled, pattern, flags);
    printf("%s on %s (%d): ", pattern, text, flags);
    if (error) {
        regerror(error, &compiled, message, sizeof message);
        printf("%s\n", message);
        return;
    }
    error = regexec(&compiled, text, 4, found, 0);
    if (error) {
        regerror(error, &compiled, message, sizeof message);
        printf("%s\n", message);
    } else {
        for (int i = 0; i <= compiled.re_nsub && i < 4; i++)
            printf("[%d,%d) ", found[i].rm_so, found[i].rm_eo);
        printf("\n");
    }
    regfree(&compiled);
}

int main(void)
{
    int e = REG_EXTENDED;
    try("b+", "aabbbcc", e);
    try("b*", "aabbbcc", e);
    try("^(a|ab)(c|bcd)$", "abcd", e);
    try("(a|ab)(c|bcd)?", "abcd", e);
    try("[[:alpha:]_][[:alnum:]_]*", "12 name_3", e);
    try("([0-9]{1,3}\\.){3}[0-9]{1,3}", "at 192.168.10.1.", e);
    try("^[^@ ]+@[^@ ]+\\.(com|org)$", "someone@example.org", e);
    try("^[^@ ]+@[^@ ]+\\.(com|org)$", "someone example.org", e);
    try("(a*)(b*)", "aabb", e);
    try("(a*)+b", "aaab", e);
    try("x{2,}", "axxxb", e);
    try("x{2}", "axxxb", e);
    try("hello", "say HELLO", e | REG_ICASE);
    try("^second$", "first\nsecond\nthird", e | REG_NEWLINE);
    try("^second$", "first\nsecond\nthird", e);
    try("a.c", "a\nc", e | REG_NEWLINE);
    try("()", "abc", e);
    try("a|b|", "c", e);
    try("\\$[0-9]+", "costs $42", e);
    try("\\<word\\>", "sword word", e);
    try("\\(a\\)\\1", "baab", 0);
    try("a\\{2\\}", "aaa", 0);
    try("*a", "x*a", 0);
    try("a*b+", "aab+", 0);
    try("^*ab", "*ab", 0);
    try("a^b$c", "a^b$c", 0);
    try("[]a]+", "x]a]", e);
    try("[^]a]+", "]x", e);
    try("[a-c-]+", "z-b-a", e);
    try("(", "x", e);
    try(")", "x)", e);
    try("[a", "x", e);
    try("a{2,1}", "x", e);
    try("a{1", "x", e);
    try("*a", "x", e);
    try("[[:nothing:]]", "x", e);
    try("[z-a]", "x", e);
    try("a\\", "x", e);
    try("\\(a\\)\\2", "x", 0);
    return 0;
}
