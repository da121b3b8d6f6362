// shows: break belongs inside a loop or a switch
// error: 7:9 break

int main(void)
{
    if (1) {
        break;
    }
    return 0;
}
