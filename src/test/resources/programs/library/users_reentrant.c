// shows: getpwuid_r and getpwnam_r put what they find into the caller's memory
#include <errno.h>
#include <pwd.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
    struct passwd entry, *found;
    char bytes[500];
    printf("%d ", getpwuid_r(0, &entry, bytes, sizeof bytes, &found));
    printf("%s %d %d\n", found->pw_name, found == &entry, entry.pw_name >= bytes && entry.pw_name < bytes + sizeof bytes);
    printf("%d ", getpwnam_r("nobody.of.that.name", &entry, bytes, sizeof bytes, &found));
    printf("%d\n", found == NULL);
    printf("%d\n", getpwnam_r("root", &entry, bytes, 3, &found) == ERANGE);
    return 0;
}
