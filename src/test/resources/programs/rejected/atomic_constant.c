// shows: an atomic object that is constant cannot be changed
// error: 6:5 const
#include <stdatomic.h>
static const atomic_int fixed = 1;
int main(void) {
    fixed++;
    return 0;
}
