// shows: syslog copies its messages to stderr where openlog asks for it, but not those that are masked

#include <errno.h>
#include <syslog.h>

int main(void)
{
    openlog("teacher", LOG_PERROR, LOG_USER);
    syslog(LOG_INFO, "%d pupils", 3);
    setlogmask(LOG_UPTO(LOG_ERR));
    syslog(LOG_INFO, "not to be seen");
    errno = ENOENT;
    syslog(LOG_ERR, "no chalk: %m");
    closelog();
    return 0;
}
