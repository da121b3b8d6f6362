// shows: temporary files have names that nobody has, or none

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int main(void)
{
    char first[] = "/tmp/oneXXXXXX", second[] = "/tmp/oneXXXXXX";
    char directory[] = "/tmp/placeXXXXXX", bad[] = "/tmp/XXXXX", line[16];
    struct stat status;
    FILE *nameless = tmpfile();
    int a = mkstemp(first), b = mkstemp(second);

    fputs("kept\n", nameless);
    rewind(nameless);
    printf("%s", fgets(line, sizeof line, nameless));
    printf("%d %d\n", a >= 0 && b >= 0, strcmp(first, second) != 0);
    fstat(a, &status);
    printf("%o %d\n", status.st_mode & 0777, fcntl(a, F_GETFL) & O_ACCMODE);
    printf("%d\n", mkdtemp(directory) == directory && stat(directory, &status) == 0 && S_ISDIR(status.st_mode));
    printf("%d\n", mkstemp(bad) == -1 && errno == EINVAL);
    printf("%d %d %d\n", unlink(first), unlink(second), rmdir(directory));
    return 0;
}
