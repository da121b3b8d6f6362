// shows: getopt, getopt_long with abbreviations, and getsubopt
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <getopt.h>
#include <ctype.h>
#include <string.h>
extern char *optarg; extern int optind, opterr, optopt;
static struct option longopts[] = { { "verbose", no_argument, 0, 'v' }, { "output", required_argument, 0, 'o' }, { "level", optional_argument, 0, 'l' }, { "version", no_argument, NULL, 1000 }, { 0, 0, 0, 0 } };
int main (int argc, char **argv)
{
  int aflag = 0, bflag = 0, index, c; char *cvalue = NULL;
  static char *a1[] = { "prog", "-a", "file", "-b", "-cvalue", "-x", "-c", NULL };
  while ((c = getopt (7, a1, "abc:")) != -1)
    switch (c) { case 'a': aflag = 1; break; case 'b': bflag = 1; break; case 'c': cvalue = optarg; break; case '?': if (optopt == 'c') fprintf (stderr, "Option -%c requires an argument.\n", optopt); else if (isprint (optopt)) fprintf (stderr, "Unknown option `-%c'.\n", optopt); break; default: abort (); }
  printf ("aflag = %d, bflag = %d, cvalue = %s\n", aflag, bflag, cvalue);
  for (index = optind; index < 7; index++) printf ("Non-option argument %s\n", a1[index]);
  char *a2[] = { "prog", "--verb", "arg", "--output=x", "--level", "--level=3", "--vers", "--ver", "--nosuch", "--output", NULL }; int li = -1;
  optind = 0;
  while ((c = getopt_long(10, a2, "vo:l::", longopts, &li)) != -1) printf("%d %s %d\n", c, optarg ? optarg : "-", li);
  printf("%d %s\n", optind, a2[optind] ? a2[optind] : "nil");
  char *a3[] = { "prog", "-abc", "--", "-d", NULL }; optind = 1; opterr = 0; while ((c = getopt(4, a3, ":ab:")) != -1) printf("%c %s\n", c, optarg); printf("%d\n", optind);
  char *sub = "ro,size=10,bad,name"; char *tokens[] = { "ro", "size", "name", NULL }; char *buf = strdup(sub), *val; while (*buf) { int k = getsubopt(&buf, tokens, &val); printf("%d %s\n", k, val ? val : "null"); }
  return argc;
}
