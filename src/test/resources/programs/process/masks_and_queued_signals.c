// shows: masks in and after a handler that is left by siglongjmp, queued real-time signals, and their texts
#include <string.h>
#include <stdio.h>
#include <stdlib.h>
#include <signal.h>
#include <unistd.h>
#include <sys/wait.h>
#include <errno.h>
#include <setjmp.h>
#include <sys/time.h>
static sigjmp_buf jmpbuf; static volatile sig_atomic_t canjump; volatile int counter;
static void sig_usr1(int signo), sig_alrm(int);
void pr_mask(const char *str)
{
	sigset_t sigset; int errno_save = errno;
	if (sigprocmask(0, NULL, &sigset) < 0) perror("sigprocmask");
	printf("%s", str);
	if (sigismember(&sigset, SIGINT)) printf(" SIGINT");
	if (sigismember(&sigset, SIGQUIT)) printf(" SIGQUIT");
	if (sigismember(&sigset, SIGUSR1)) printf(" SIGUSR1");
	if (sigismember(&sigset, SIGALRM)) printf(" SIGALRM");
	printf("\n"); errno = errno_save;
}
static void sig_usr1(int signo)
{
	if (canjump == 0) return;
	pr_mask("starting sig_usr1: ");
	alarm(1); pause(); pr_mask("finishing sig_usr1: ");
	canjump = 0; siglongjmp(jmpbuf, 1);
}
static void sig_alrm(int signo) { pr_mask("in sig_alrm: "); }
void chld(int s) { int st; pid_t p; while ((p = waitpid(-1, &st, WNOHANG)) > 0) { counter++; psignal(s, "handler"); } }
static void rt(int s, siginfo_t *si, void *u) { printf("rt %d value %d code %d\n", s - SIGRTMIN, si->si_value.sival_int, si->si_code == SI_QUEUE); }
int main(void)
{
	if (signal(SIGUSR1, sig_usr1) == SIG_ERR) perror("sig");
	if (signal(SIGALRM, sig_alrm) == SIG_ERR) perror("sig");
	pr_mask("starting main: ");
	if (sigsetjmp(jmpbuf, 1) == 0) { canjump = 1; raise(SIGUSR1); }
	pr_mask("ending main: ");
	signal(SIGCHLD, chld);
	for (int i = 0; i < 1; i++) if (fork() == 0) exit(i);
	while (counter < 1) pause();
	struct sigaction sa = {0}; sa.sa_sigaction = rt; sa.sa_flags = SA_SIGINFO; sigfillset(&sa.sa_mask);
	sigset_t b, o; sigemptyset(&b);
	for (int i = 0; i < 3; i++) { sigaction(SIGRTMIN+i, &sa, 0); sigaddset(&b, SIGRTMIN+i); }
	sigprocmask(SIG_BLOCK, &b, &o);
	for (int i = 2; i >= 0; i--) { union sigval v; for (int k = 0; k < 2; k++) { v.sival_int = i*10+k; sigqueue(getpid(), SIGRTMIN+i, v);} }
	sigset_t p; sigpending(&p); printf("pending %d %d\n", sigismember(&p, SIGRTMIN+1), sigismember(&p, SIGTERM));
	sigprocmask(SIG_SETMASK, &o, 0);
	struct itimerval it = {{0,20000},{0,20000}}; signal(SIGVTALRM, SIG_IGN);
	setitimer(ITIMER_REAL, &it, 0); signal(SIGALRM, sig_usr1); for (int i = 0; i < 3; i++) pause(); it.it_value.tv_usec = it.it_interval.tv_usec = 0; setitimer(ITIMER_REAL,&it,0);
	printf("sig names %s|%s|%s\n", strsignal(SIGHUP), strsignal(SIGRTMIN+2), strsignal(200));
	signal(SIGINT, SIG_IGN); raise(SIGINT); printf("ignored\n"); fflush(stdout);
	signal(SIGINT, SIG_DFL); raise(SIGINT);
	return 9;
}
