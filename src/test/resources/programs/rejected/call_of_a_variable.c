// shows: a variable is not a function
// error: 7:12 function

int main(void)
{
    int pid = 3;
    return pid();
}
