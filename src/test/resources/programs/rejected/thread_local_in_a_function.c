// shows: a local variable that is to be each thread's own is that already, or must be static
// error: 6:5 frame

int count(void)
{
    _Thread_local int calls = 0;
    return ++calls;
}

int main(void)
{
    return count();
}
