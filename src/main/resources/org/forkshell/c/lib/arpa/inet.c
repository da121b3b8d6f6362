#include <arpa/inet.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* One to four numbers, the last of which fills what is left. */
int inet_aton(const char *text, struct in_addr *result) {
    unsigned long parts[4];
    unsigned long address = 0;
    int count = 0;
    int i;
    for (;;) {
        char *end;
        if (*text < '0' || *text > '9' || count == 4)
            return 0;
        parts[count++] = strtoul(text, &end, 0);
        text = end;
        if (*text != '.')
            break;
        text++;
    }
    if (*text && !strchr(" \t\n\v\f\r", *text))
        return 0;
    for (i = 0; i < count - 1; i++) {
        if (parts[i] > 255)
            return 0;
        address |= parts[i] << 24 - 8 * i;
    }
    if (parts[count - 1] > 0xfffffffful >> 8 * (count - 1))
        return 0;
    if (result)
        result->s_addr = htonl(address | parts[count - 1]);
    return 1;
}

in_addr_t inet_addr(const char *text) {
    struct in_addr address;
    return inet_aton(text, &address) ? address.s_addr : INADDR_NONE;
}

const char *inet_ntop(int family, const void *address, char *to, socklen_t size) {
    const unsigned char *bytes = address;
    char text[INET_ADDRSTRLEN];
    if (family != AF_INET) {
        errno = EAFNOSUPPORT;
        return NULL;
    }
    if (sprintf(text, "%d.%d.%d.%d", bytes[0], bytes[1], bytes[2], bytes[3]) >= (int)size) {
        errno = ENOSPC;
        return NULL;
    }
    return strcpy(to, text);
}

static char __address_text[INET_ADDRSTRLEN];

char *inet_ntoa(struct in_addr address) {
    return (char *)inet_ntop(AF_INET, &address, __address_text, sizeof __address_text);
}

int inet_pton(int family, const char *text, void *result) {
    unsigned char bytes[4];
    int i;
    if (family != AF_INET) {
        errno = EAFNOSUPPORT;
        return -1;
    }
    for (i = 0; i < 4; i++) {
        int value = 0, digits = 0;
        for (; *text >= '0' && *text <= '9'; text++, digits++) {
            if (digits > 0 && value == 0)
                return 0;
            value = value * 10 + (*text - '0');
            if (value > 255)
                return 0;
        }
        if (digits == 0 || *text != (i < 3 ? '.' : 0))
            return 0;
        bytes[i] = value;
        text++;
    }
    memcpy(result, bytes, 4);
    return 1;
}
