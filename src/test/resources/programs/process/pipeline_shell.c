// shows: a shell with pipelines, redirections, && and || and the variables it exports
// stdin: echo one two\necho abc | tr a-c x-z | rev\necho hello > f.txt\ncat < f.txt\necho more >> f.txt\nwc -l < f.txt\nrm f.txt\nnosuchcmd\nfalse && echo no\ntrue && echo yes\nfalse || echo alt\n# comment\n\ncd /nonexistent\nexport X=42\necho $X $GREETING\nseq 1 100000 | head -n 1\nexit\n
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <sys/types.h>
#define MAX 64
/* pipeline shell with redirections, cd, exit, && || ; and & */
static int run_pipeline(char *cmd, int bg);
static char *skip(char *s) { while (*s == ' ' || *s == '\t') s++; return s; }
static int nbg = 0;
static void exec_cmd(char *s)
{
	char *argv[MAX], *tok; int argc = 0, fd; char *in = NULL, *out = NULL; int app = 0;
	for (tok = strtok(s, " \t"); tok; tok = strtok(NULL, " \t")) {
		if (!strcmp(tok, "<")) in = strtok(NULL, " \t");
		else if (!strcmp(tok, ">")) out = strtok(NULL, " \t");
		else if (!strcmp(tok, ">>")) { out = strtok(NULL, " \t"); app = 1; }
		else if (!strcmp(tok, "2>&1")) dup2(1, 2);
		else argv[argc++] = tok[0] == '$' ? (getenv(tok + 1) ? getenv(tok + 1) : "") : tok;
	}
	argv[argc] = NULL;
	if (in) { if ((fd = open(in, O_RDONLY)) < 0) { perror(in); _exit(1); } dup2(fd, 0); close(fd); }
	if (out) { fd = open(out, O_WRONLY | O_CREAT | (app ? O_APPEND : O_TRUNC), 0644); dup2(fd, 1); close(fd); }
	execvp(argv[0], argv);
	fprintf(stderr, "mysh: %s: command not found\n", argv[0]); _exit(127);
}
static int builtin(char *s) { if (!strncmp(s, "cd ", 3)) { if (chdir(s + 3) < 0) perror("cd"); return 1; } if (!strncmp(s, "export ", 7)) { putenv(strdup(s + 7)); return 1; } if (!strcmp(s, "exit")) { printf("bye %d\n", nbg); exit(3); } return 0; }
static int run_pipeline(char *cmd, int bg)
{
	char *part[MAX]; int n = 0, i, p[2], prev = -1, st = 0; pid_t pids[MAX];
	for (char *t = strtok(cmd, "|"); t; t = strtok(NULL, "|")) part[n++] = skip(t);
	if (n == 1 && builtin(part[0])) return 0;
	fflush(NULL);
	for (i = 0; i < n; i++) {
		if (i < n - 1) pipe(p);
		if ((pids[i] = fork()) == 0) {
			signal(SIGINT, SIG_DFL);
			if (prev >= 0) { dup2(prev, 0); close(prev); }
			if (i < n - 1) { dup2(p[1], 1); close(p[0]); close(p[1]); }
			exec_cmd(part[i]);
		}
		if (prev >= 0) close(prev);
		if (i < n - 1) { close(p[1]); prev = p[0]; }
	}
	if (bg) { nbg++; for (i = 0; i < n; i++) waitpid(pids[i], NULL, 0); return 0; }
	for (i = 0; i < n; i++) { int s; waitpid(pids[i], &s, 0); if (i == n - 1) st = WIFEXITED(s) ? WEXITSTATUS(s) : 128 + WTERMSIG(s); }
	return st;
}
int main(void)
{
	char line[1024]; int st = 0; signal(SIGINT, SIG_IGN); setenv("GREETING", "hi", 1);
	while (printf("mysh[%d]$ ", st), fflush(stdout), fgets(line, sizeof line, stdin)) {
		line[strcspn(line, "\n")] = 0; char *s = skip(line); if (!*s || *s == '#') continue;
		char *amp = strrchr(s, '&'); int bg = 0; if (amp && amp[1] == 0 && (amp == s || amp[-1] != '&')) { bg = 1; *amp = 0; }
		char *and = strstr(s, "&&"), *or = strstr(s, "||");
		if (and) { *and = 0; st = run_pipeline(s, 0); if (st == 0) st = run_pipeline(skip(and + 2), 0); }
		else if (or) { *or = 0; st = run_pipeline(s, 0); if (st) st = run_pipeline(skip(or + 2), 0); }
		else st = run_pipeline(s, bg);
	}
	printf("eof\n"); return st;
}
