// shows: line numbers copied along with the code
// error: 3:1 line number
1  #include <stdio.h>
2
3  int main(void)
4  {
5      printf("hello\n");
6      return 0;
7  }
