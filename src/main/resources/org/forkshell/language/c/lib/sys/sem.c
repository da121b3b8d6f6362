#include <stdarg.h>
#include <sys/sem.h>

int semctl(int set, int index, int command, ...) {
    long argument = 0;
    switch (command) {
    case IPC_SET:
    case IPC_STAT:
    case GETALL:
    case SETALL:
    case SETVAL: {
        va_list arguments;
        va_start(arguments, command);
        argument = va_arg(arguments, long);
    }
    }
    return __semctl(set, index, command, argument);
}
