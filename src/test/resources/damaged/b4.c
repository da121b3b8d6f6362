<pre name="code" class="cpp">#include &lt;unistd.h&gt;
#include &lt;stdio.h&gt;
int main() {
    pid_t fpid;//fpid表示fork函数返回的值
    //printf("fork!");
    printf(&quot;fork!/n&quot;);
    fpid = fork();
    if (fpid &lt; 0)
        printf("error in fork!");
    else if (fpid == 0)
        printf("I am the child process, my process id is %d/n", getpid());
    else
        printf("I am the parent process, my process id is %d/n", getpid());
    return 0;
}</pre>
