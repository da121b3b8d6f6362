#include <stdio.h>
#include <unistd.h>
int main(int argc, char* argv[])
{
   fork();
   fork() &amp;&amp; fork() || fork();
   fork();

   printf("+/n");
}
