// shows: a function that returns nothing has no value
// error: 8:13 void

static void nothing(void) {}

int main(void)
{
    int x = nothing();
    return x;
}
