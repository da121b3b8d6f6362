// shows: fwrite counts whole items and writes any bytes

#include <stdio.h>

int main(void)
{
    char bytes[] = {'a', 0, '\xff', '\n', 'z', '\n'};
    size_t n = fwrite(bytes, 1, sizeof bytes, stdout);
    printf("%zu\n", n);
    n = fwrite("pairs\n", 2, 3, stdout);
    printf("%zu\n", n);
    n = fwrite("", 0, 5, stdout);
    printf("%zu\n", n);
    n = fwrite("whole", 5, 1, stdout);
    printf(" %zu\n", n);
    int numbers[] = {0x41424344, 0x0a454647};
    fwrite(numbers, sizeof(int), 2, stdout);
    return 0;
}
