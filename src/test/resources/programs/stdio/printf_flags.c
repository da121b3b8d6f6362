// shows: what the flags do, alone and together, and which one wins

#include <stdio.h>

int main(void)
{
    printf("[%-6d] [%06d] [%-06d]\n", 7, 7, 7);
    printf("[%+d] [% d] [%+ d] [% +d]\n", 7, 7, 7, 7);
    printf("[%+6d] [%-+6d] [%+06d] [% 06d]\n", 7, 7, 7, 7);
    printf("[%#x] [%#X] [%#o] [%#x] [%#o]\n", 255, 255, 8, 0, 0);
    printf("[%#10x] [%#-10x] [%#010x] [%-#10o]\n", 255, 255, 255, 8);
    printf("[%#.4x] [%#.3o] [%.0x] [%#.0o]\n", 255, 8, 0, 0);
    printf("[%+u] [% x]\n", 7u, 7u);
    printf("[%06s] [%-6s] [%6s]\n", "abc", "abc", "abc");
    printf("[%3c] [%-3c]\n", 'x', 'x');
    printf("[%#g] [%#.0f] [%#.0e]\n", 1.0, 2.0, 3.0);
    printf("[%--5d] [%00005d]\n", 3, 3);
    return 0;
}
