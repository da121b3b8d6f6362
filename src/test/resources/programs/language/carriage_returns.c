// shows: lines may end in carriage returns, alone or with a newline

#include <stdio.h>#define LONG(a) \
  printf("%d\n", a)
int main(void) // one{
    LONG(3);    printf("a\
b\n"); // two
    return 0;}
