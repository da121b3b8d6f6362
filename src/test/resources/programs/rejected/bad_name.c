// shows: a name cannot begin with a digit
// error: 6:9 2nd

int main(void)
{
    int 2nd = 3;
    return 0;
}
