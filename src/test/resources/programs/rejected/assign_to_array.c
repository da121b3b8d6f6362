// shows: an array cannot be assigned to
// error: 7:10 array

int main(void)
{
    char name[10];
    name = "Ada";
    return 0;
}
