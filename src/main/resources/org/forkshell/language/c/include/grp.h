#ifndef _GRP_H
#define _GRP_H
#include <sys/types.h>
struct group { char *gr_name; char *gr_passwd; gid_t gr_gid; char **gr_mem; };
struct group *getgrgid(gid_t group);
struct group *getgrnam(const char *name);
struct group *getgrent(void);
void setgrent(void);
void endgrent(void);
int setgroups(size_t count, const gid_t *list);
__system int __setgroups(size_t count, const gid_t *list);
int initgroups(const char *user, gid_t group);
#endif
