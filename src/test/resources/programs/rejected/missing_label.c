// shows: a goto to a label that is not there
// error: 6:10 again

int main(void)
{
    goto again;
    return 0;
}
