[c-sharp] view plaincopy
01.#include <unistd.h>
02.#include <stdio.h>
03.int main(void)
04.{
05.   int i=0;
06.   printf("i son/pa ppid pid  fpid/n");
07.   //ppid指当前进程的父进程pid
08.   for(i=0;i<2;i++){
09.       pid_t fpid=fork();
10.       if(fpid==0)
11.   	   printf("%d child  %4d %4d %4d/n",i,getppid(),getpid(),fpid);
12.       else
13.   	   printf("%d parent %4d %4d %4d/n",i,getppid(),getpid(),fpid);
14.   }
15.   return 0;
16.}
