// shows: messages come in the order of sending, or by their type

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/ipc.h>
#include <sys/msg.h>
#include <sys/wait.h>
#include <unistd.h>

struct message { long type; char text[32]; };

int main(void)
{
    int queue = msgget(IPC_PRIVATE, IPC_CREAT | 0600);
    struct message message;
    int i;

    if (fork() == 0) {
        for (i = 1; i <= 3; i++) {
            message.type = i;
            sprintf(message.text, "message %d", i);
            msgsnd(queue, &message, strlen(message.text) + 1, 0);
        }
        _exit(0);
    }
    printf("%zd ", msgrcv(queue, &message, sizeof message.text, 2, 0));
    printf("%ld %s\n", message.type, message.text);
    wait(NULL);
    for (i = 0; i < 2; i++) {
        msgrcv(queue, &message, sizeof message.text, 0, 0);
        printf("%ld %s\n", message.type, message.text);
    }
    printf("%d\n", msgrcv(queue, &message, sizeof message.text, 0, IPC_NOWAIT) == -1 && errno == ENOMSG);
    printf("%d\n", msgctl(queue, IPC_RMID, NULL));
    return 0;
}
