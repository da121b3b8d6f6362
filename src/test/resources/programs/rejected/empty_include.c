// shows: an include whose angle brackets a web page swallowed
// error: 4:9 #include

#include

int main(void)
{
    printf("hello\n");
    return 0;
}
