// shows: in the C locale a character is a byte
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>
#include <wctype.h>

static void show(const wchar_t *text)
{
    for (; *text; text++)
        printf("%c", wctob(*text));
    printf("\n");
}

int main(void)
{
    wchar_t wide[40], other[40], *rest;
    char text[40];
    printf("%zu %d %d\n", mbstowcs(wide, "some wide text", 40), mblen("x", 1), MB_CUR_MAX == 1);
    printf("%zu ", wcslen(wide));
    show(wide);
    show(wcscpy(other, wide + 5));
    show(wcscat(other, wide));
    printf("%d %d %d\n", wcscmp(wide, other) < 0, wcsncmp(wide, wide, 3), wmemcmp(wide, other, 4) < 0);
    show(wcschr(wide, 'w'));
    show(wcsrchr(wide, 'e'));
    mbstowcs(other, "wide", 40);
    printf("%td %zu %zu\n", wcsstr(wide, other) - wide, wcsspn(wide, wide + 1), wcscspn(wide, wide + 4));
    mbstowcs(other, " ,;", 40);
    mbstowcs(wide, "a,b;; c", 40);
    for (wchar_t *word = wcstok(wide, other, &rest); word; word = wcstok(NULL, other, &rest))
        show(word);
    mbstowcs(wide, "-42z", 40);
    printf("%ld", wcstol(wide, &rest, 10));
    printf(" %td\n", rest - wide);
    wide[0] = towupper('x');
    wide[1] = towlower('Y');
    wide[2] = 0;
    show(wide);
    printf("%zu %s\n", wcstombs(text, wide, 40), text);
    printf("%d %d %d\n", iswalpha('a') != 0, iswdigit('a') != 0, iswspace(' ') != 0);
    wide[0] = 0x4e2d;
    printf("%d\n", wcstombs(text, wide, 40) == (size_t)-1);
    return 0;
}
