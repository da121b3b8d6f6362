// shows: atomic_fetch_add takes a pointer to a number that is no truth value
// error: 5:35 _Bool
#include <stdatomic.h>
static atomic_bool ready;
int main(void) { atomic_fetch_add(&ready, 1); return 0; }
