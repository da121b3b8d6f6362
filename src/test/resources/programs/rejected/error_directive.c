// shows: #error says what it was given
// error: 5:2 not for this system

#if defined(__linux__)
#error not for this system
#endif

int main(void)
{
    return 0;
}
