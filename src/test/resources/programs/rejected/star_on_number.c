// shows: only a pointer can be followed
// error: 7:12 pointer

int main(void)
{
    int x = 3;
    return *x;
}
