// shows: a return without its semicolon before a closing brace
// error: 6:13 ;

int main(void)
{
    return 0
}
