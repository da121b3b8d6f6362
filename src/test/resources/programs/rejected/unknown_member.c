// shows: a member the struct does not have
// error: 11:14 z

struct point {
    int x, y;
};

int main(void)
{
    struct point p = {1, 2};
    return p.z;
}
