// shows: the usual reading loop, ended by the end of the input, and one ended by a word
// stdin: 5 3\n9 stop 7

#include <stdio.h>

int main(void)
{
    int n, sum = 0, got;
    while ((got = scanf("%d", &n)) == 1) {
        sum += n;
    }
    printf("sum %d, got %d\n", sum, got);
    char word[16];
    scanf("%s", word);
    printf("%s\n", word);
    while (scanf("%d", &n) != EOF) {
        printf("then %d\n", n);
    }
    return 0;
}
