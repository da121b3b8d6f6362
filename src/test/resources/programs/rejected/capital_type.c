// shows: int is written small
// error: 4:1 int

Int main(void)
{
    return 0;
}
