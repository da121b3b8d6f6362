#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

/* Can another process have a lock on the file? A child tries. */
static void ask(const char *when, const char *path) {
  struct flock all = {.l_type = F_WRLCK, .l_whence = SEEK_SET};

  if (fork() == 0) {
    int file = open(path, O_RDWR);
    int refused = fcntl(file, F_SETLK, &all) == -1;

    printf("%s: %s\n", when, refused ? "locked" : "free");
    exit(0);
  }
  wait(NULL);
}

/* What a library may do: it has a look at a file, and closes it again. */
static void look(const char *path) {
  close(open(path, O_RDONLY));
}

int main(void) {
  struct flock all = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
  char path[] = "/tmp/lock-XXXXXX";
  int file = mkstemp(path);

  setvbuf(stdout, NULL, _IOLBF, 0);
  ask("before", path);
  fcntl(file, F_SETLK, &all);
  ask("with the lock", path);
  look(path);
  ask("after a look", path);
  unlink(path);
  return 0;
}
