// shows: calls of printf, fprintf and fputs that the compiler makes simpler print the same

#include <stdio.h>

int main(void)
{
    int n = 0;
    printf("x");
    printf("\n");
    printf("");
    printf("%s", "");
    printf("a line\n");
    printf("%s", "another\n");
    printf("%s\n", "a third");
    printf("%c", 'q'), printf("\n");
    printf("stops\0here\n");
    putchar('\n');
    n = printf("counted\n");
    printf("%d\n", n);
    n ? printf("%s\n", "chosen") : 0;
    n && printf("%c", 65 + 256);
    fprintf(stdout, "\n");
    fprintf(stdout, "%s", "lit\n");
    fprintf(stdout, "%c", 'r');
    fputs("\n", stdout);
    fputs("two words\n", stdout);
    fputs("", stdout);
    fprintf(stdout, "%%\n");
    return 0;
}
