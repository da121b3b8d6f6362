// shows: do … while ends in a semicolon
// error: 9:20 ;

int main(void)
{
    int i = 0;
    do {
        i++;
    } while (i < 3)
    return i;
}
