#ifndef _BITS_EXECUTE_H
#define _BITS_EXECUTE_H
/* execve of what is found in PATH; files without a format are scripts of the shell if those count. */
int __search_and_execute(const char *file, char *const argv[], char *const envp[], int scripts);
#endif
