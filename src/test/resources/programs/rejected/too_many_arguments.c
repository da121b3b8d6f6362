// shows: a function of one's own called with too many arguments
// error: 11:12 twice

static int twice(int n)
{
    return 2 * n;
}

int main(void)
{
    return twice(1, 2);
}
