// shows: a function of one's own called with too few arguments
// error: 11:12 add

static int add(int a, int b)
{
    return a + b;
}

int main(void)
{
    return add(1);
}
