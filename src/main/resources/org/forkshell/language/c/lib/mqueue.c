#include <errno.h>
#include <mqueue.h>
#include <stdarg.h>
#include <stddef.h>
#include <unistd.h>

/* The kernel knows names without the slash that they begin with. */
mqd_t mq_open(const char *name, int flags, ...) {
    mode_t mode = 0;
    struct mq_attr *attributes = NULL;
    if (name[0] != '/') {
        errno = EINVAL;
        return -1;
    }
    if (flags & O_CREAT) {
        va_list arguments;
        va_start(arguments, flags);
        mode = va_arg(arguments, mode_t);
        attributes = va_arg(arguments, struct mq_attr *);
    }
    return __mq_open(name + 1, flags, mode, attributes);
}

int mq_close(mqd_t queue) {
    return close(queue);
}

int mq_unlink(const char *name) {
    int result;
    if (name[0] != '/') {
        errno = EINVAL;
        return -1;
    }
    result = __mq_unlink(name + 1);
    if (result < 0 && errno == EPERM)
        errno = EACCES;
    return result;
}

int mq_send(mqd_t queue, const char *message, size_t length, unsigned priority) {
    return mq_timedsend(queue, message, length, priority, NULL);
}

ssize_t mq_receive(mqd_t queue, char *message, size_t size, unsigned *priority) {
    return mq_timedreceive(queue, message, size, priority, NULL);
}

int mq_getattr(mqd_t queue, struct mq_attr *attributes) {
    return __mq_getsetattr(queue, NULL, attributes);
}

int mq_setattr(mqd_t queue, const struct mq_attr *attributes, struct mq_attr *old) {
    return __mq_getsetattr(queue, attributes, old);
}

int mq_notify(mqd_t queue, const struct sigevent *event) {
    if (event && event->sigev_notify == SIGEV_THREAD) {
        errno = ENOSYS;
        return -1;
    }
    return __mq_notify(queue, event);
}
