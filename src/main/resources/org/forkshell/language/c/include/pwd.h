#ifndef _PWD_H
#define _PWD_H
#include <sys/types.h>
struct passwd { char *pw_name; char *pw_passwd; uid_t pw_uid; gid_t pw_gid; char *pw_gecos; char *pw_dir; char *pw_shell; };
struct passwd *getpwuid(uid_t user);
struct passwd *getpwnam(const char *name);
struct passwd *getpwent(void);
void setpwent(void);
void endpwent(void);
int getpwuid_r(uid_t user, struct passwd *entry, char *bytes, size_t size, struct passwd **result);
int getpwnam_r(const char *name, struct passwd *entry, char *bytes, size_t size, struct passwd **result);
#endif
