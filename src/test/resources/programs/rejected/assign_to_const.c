// shows: a const variable cannot be assigned to
// error: 7:11 const

int main(void)
{
    const int limit = 3;
    limit = 4;
    return limit;
}
