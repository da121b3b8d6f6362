#ifndef _BITS_START_H
#define _BITS_START_H
/* Where a program begins: calls main, then exit. */
void __start(int argc, char **argv, char **envp);
__system int __be_called(const char *name);
#endif
