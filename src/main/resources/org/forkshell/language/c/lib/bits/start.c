#include <bits/ordering.h>
#include <bits/start.h>
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

int main();

void __start(int argc, char **argv, char **envp) {
    char *name = argc > 0 ? argv[0] : "";
    char *p;
    /* Where data races are looked for, this is the first that the machine hears of it. */
    __ordered_before(envp);
    environ = envp;
    program_invocation_name = program_invocation_short_name = name;
    for (p = name; *p; p++) {
        if (*p == '/')
            program_invocation_short_name = p + 1;
    }
    __be_called(program_invocation_short_name);
    exit(main(argc, argv, envp));
}
