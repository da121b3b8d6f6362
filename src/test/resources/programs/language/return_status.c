// shows: what main returns becomes the exit status, cut to eight bits

int main(void)
{
    return 300;
}
