// shows: pid_t needs a header
// error: 6:5 sys/types.h

int main(void)
{
    pid_t pid = fork();
    return pid == 0;
}
