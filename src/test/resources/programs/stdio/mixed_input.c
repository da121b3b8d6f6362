// shows: stdio reads ahead: after one getchar nothing is left for read
// stdin: abcdef

#include <stdio.h>
#include <unistd.h>

int main(void)
{
    char rest[10];
    char first;
    read(0, &first, 1);
    int second = getchar();
    ssize_t n = read(0, rest, sizeof rest);
    printf("%c %c %zd\n", first, second, n);
    printf("%c\n", getchar());
    return 0;
}
