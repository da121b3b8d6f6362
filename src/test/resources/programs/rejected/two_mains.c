// shows: a function defined twice
// error: 9:5 main

int main(void)
{
    return 0;
}

int main(void)
{
    return 1;
}
