// shows: a value without an equals sign
// error: 6:11 =

int main(void)
{
    int x 5;
    return x;
}
