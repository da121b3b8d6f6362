// shows: a type that C does not have
// error: 6:5 string

int main(void)
{
    string name = "Ada";
    return 0;
}
