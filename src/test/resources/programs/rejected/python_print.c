// shows: a line of Python
// error: 6:5 printf

int main(void)
{
    print "hello"
    return 0;
}
