#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <syslog.h>
#include <time.h>
#include <unistd.h>

static const char *__log_name;
static int __log_options;
static int __log_facility = LOG_USER;
static int __log_mask = 0xff;
static int __log = -1;

static void __connect_log(void) {
    struct sockaddr_un daemon;
    if (__log >= 0)
        return;
    memset(&daemon, 0, sizeof daemon);
    daemon.sun_family = AF_UNIX;
    strcpy(daemon.sun_path, "/dev/log");
    __log = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (__log >= 0 && connect(__log, (struct sockaddr *)&daemon, sizeof daemon) < 0)
        closelog();
}

void openlog(const char *name, int options, int facility) {
    __log_name = name;
    __log_options = options;
    if (facility)
        __log_facility = facility;
    if (options & LOG_NDELAY)
        __connect_log();
}

void closelog(void) {
    if (__log >= 0)
        close(__log);
    __log = -1;
}

int setlogmask(int mask) {
    int before = __log_mask;
    if (mask)
        __log_mask = mask;
    return before;
}

void vsyslog(int priority, const char *format, va_list arguments) {
    int error = errno;
    char text[2048], moment[32];
    char *own;
    time_t now = time(NULL);
    if (!(LOG_MASK(LOG_PRI(priority)) & __log_mask))
        return;
    if ((priority & ~LOG_PRIMASK) == 0)
        priority |= __log_facility;
    strftime(moment, sizeof moment, "%h %e %T ", localtime(&now));
    own = text + sprintf(text, "<%d>%s", priority, moment);
    snprintf(own, 256, "%s", __log_name ? __log_name : program_invocation_short_name);
    if (__log_options & LOG_PID)
        sprintf(own + strlen(own), "[%d]", getpid());
    strcat(own, ": ");
    errno = error;
    vsnprintf(own + strlen(own), 1024, format, arguments);
    if (__log_options & LOG_PERROR)
        dprintf(2, "%s%s", own, own[strlen(own) - 1] == '\n' ? "" : "\n");
    __connect_log();
    if (__log >= 0 && send(__log, text, strlen(text), MSG_NOSIGNAL) < 0)
        closelog();
}

void syslog(int priority, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    vsyslog(priority, format, arguments);
}
