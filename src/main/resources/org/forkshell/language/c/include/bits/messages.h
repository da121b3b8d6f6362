#ifndef _BITS_MESSAGES_H
#define _BITS_MESSAGES_H
#define _ERRORS 134
#define _SIGNALS 65
#define _MESSAGE_SIZE 64
/* Write at most 64 bytes. */
__native void __error_message(int number, char *to);
__native void __signal_message(int number, char *to);
#endif
