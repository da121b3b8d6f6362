// shows: comments and line ends in odd places

#include /* a header */ <stdio.h>
#   define   PLUS   + /* spans
two lines */ 1

int main(void) /* here */
{
    // a comment that goes on \
    printf("not printed\n");
    printf("/* no comment */ // neither\n");
    int a = 8, b = 2, *p = &b;
    int q = a / *p; /* a space keeps this from being a comment */
    printf("%d\n", q);
    int r = a //* not what it looks like */ b
        / 2;
    printf("%d\n", r PLUS);
    pri\
ntf("%d\n", __LINE__);
    printf(
        "%d %s\n"
        ,
        1,
        "spread"
    )
    ;
    char c = '"'; char d = '\''; /* ' */
    printf("%c%c %d\n", c, d, '/' /* '*' */ + 0);
    return 0; }
