// shows: a preprocessor directive that does not exist
// error: 4:2 include

#inlcude <stdio.h>

int main(void)
{
    printf("hello\n");
    return 0;
}
