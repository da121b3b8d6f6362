// shows: where a thread's own object lies is not known before the thread begins
// error: 6:14 constant

_Thread_local int counter;

int *place = &counter;

int main(void)
{
    return *place;
}
