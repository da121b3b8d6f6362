// shows: a switch has at most one default
// error: 9:5 default

int main(void)
{
    switch (1) {
    default:
        break;
    default:
        return 1;
    }
    return 0;
}
