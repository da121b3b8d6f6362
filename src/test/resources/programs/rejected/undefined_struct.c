// shows: a struct that is nowhere defined
// error: 6:17 node

int main(void)
{
    struct node n;
    return 0;
}
