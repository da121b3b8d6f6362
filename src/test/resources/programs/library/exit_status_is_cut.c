// shows: of the number given to exit eight bits arrive

#include <stdlib.h>

int main(void)
{
    exit(-1);
}
