// shows: a variable declared twice in one block
// error: 7:10 status

int main(void)
{
    int status = 1;
    char status = 2;
    return status;
}
