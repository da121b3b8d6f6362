// shows: a struct is no number
// error: 11:14 +

struct point {
    int x, y;
};

int main(void)
{
    struct point p = {1, 2};
    return p + 1;
}
