// shows: strings cut, padded, missing and without their NUL

#include <stdio.h>

int main(void)
{
    char *nothing = NULL;
    char raw[4] = {'a', 'b', 'c', 'd'};
    printf("[%s] [%10s] [%-10s]\n", "text", "text", "text");
    printf("[%.2s] [%10.2s] [%-10.2s] [%.0s]\n", "text", "text", "text", "text");
    printf("[%.4s] [%.9s]\n", raw, "short");
    printf("[%s]\n", nothing);
    printf("[%10s] [%.3s] [%.6s]\n", nothing, nothing, nothing);
    printf("[%s]\n", "");
    printf("%s%s%s\n", "a", "", "b");
    printf("a%sb\n", "\t");
    printf("no conversions at all\n");
    printf("");
    printf("%s", "");
    printf("%s\n", "percent %d inside an argument");
    printf("%1s %-1s|\n", "wider", "wider");
    return 0;
}
