// shows: a struct definition ends in a semicolon
// error: 6:2 ;

struct point {
    int x, y;
}

int main(void)
{
    return 0;
}
