// shows: an array cannot have fewer than no elements
// error: 6:11 negative

int main(void)
{
    int a[-3];
    return 0;
}
