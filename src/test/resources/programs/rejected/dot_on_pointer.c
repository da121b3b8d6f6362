// shows: members are reached through a pointer by ->
// error: 11:13 ->

struct point {
    int x, y;
};

int main(void)
{
    struct point p = {1, 2}, *q = &p;
    return q.x;
}
