// shows: getenv, setenv, putenv and unsetenv
// env: PLACE=bench EMPTY= SPACED=two\x20words

#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    printf("%s [%s] %s\n", getenv("PLACE"), getenv("EMPTY"), getenv("SPACED"));
    printf("%d\n", getenv("NO_SUCH_NAME") == NULL);
    printf("%d\n", setenv("PLACE", "desk", 0));
    puts(getenv("PLACE"));
    setenv("PLACE", "desk", 1);
    puts(getenv("PLACE"));
    char own[] = "OWN=1";
    putenv(own);
    own[4] = '2';
    puts(getenv("OWN"));
    unsetenv("PLACE");
    printf("%d %d\n", getenv("PLACE") == NULL, getenv("PLAC") == NULL);
    printf("[%s]\n", getenv("NO_SUCH_NAME"));
    return 0;
}
