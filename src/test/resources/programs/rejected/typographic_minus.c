// shows: a dash where a minus sign belongs
// error: 8:15 -

#include <unistd.h>

int main(void)
{
    int x = 5 – 3;
    return x;
}
