// shows: %a prints the exact binary value

#include <stdio.h>

int main(void)
{
    printf("%a %a %a\n", 1.0, 0.5, 10.0);
    printf("%a %A\n", 0.1, 0.1);
    printf("%a %a\n", 0.0, -2.0);
    printf("%.2a %.0a %.1a\n", 3.999, 1.5, 1.97);
    printf("[%14a] [%-14a] [%014a] [%+a]\n", 1.5, 1.5, 1.5, 1.5);
    printf("%a\n", 5e-324);
    return 0;
}
