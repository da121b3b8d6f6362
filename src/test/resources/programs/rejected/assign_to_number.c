// shows: a number cannot be assigned to
// error: 7:7 assign

int main(void)
{
    int x = 1;
    5 = x;
    return 0;
}
