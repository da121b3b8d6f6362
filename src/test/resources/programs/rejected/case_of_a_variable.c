// shows: a case must be a constant
// error: 8:10 constant

int main(void)
{
    int x = 1, y = 2;
    switch (x) {
    case y:
        return 1;
    }
    return 0;
}
