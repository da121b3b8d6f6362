// shows: C has no elif
// error: 9:7 else if

int main(void)
{
    int x = 2;
    if (x == 1) {
        return 1;
    } elif (x == 2) {
        return 2;
    }
    return 0;
}
