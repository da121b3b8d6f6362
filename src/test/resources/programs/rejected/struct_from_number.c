// shows: a struct variable cannot be made from a number
// error: 11:7 struct

struct point {
    int x, y;
};

int main(void)
{
    struct point p = {1, 2};
    p = 3;
    return p.x;
}
