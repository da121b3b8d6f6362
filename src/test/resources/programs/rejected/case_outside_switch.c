// shows: a case label without its switch
// error: 6:5 case

int main(void)
{
    case 1:
    return 0;
}
