// shows: error flushes stdout, tells the error and counts
// mask: (\./)?error_counts

#include <errno.h>
#include <error.h>
#include <stdio.h>

int main(void)
{
    error(0, ENOENT, "first %d", 1);
    error(0, 0, "second");
    printf("%u\n", error_message_count);
    error(9, EPERM, "last");
    return 0;
}
