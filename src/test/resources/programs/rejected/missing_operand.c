// shows: an operator without its right side
// error: 6:19 expression

int main(void)
{
    int x = "a" + ;
    return x;
}
