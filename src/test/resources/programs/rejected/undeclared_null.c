// shows: NULL needs a header
// error: 6:10 NULL

int main(void)
{
    wait(NULL);
    return 0;
}
