// shows: the marks of a web site's template around the code
// error: 3:1 {%
{% highlight c %}
#include <stdio.h>

int main(void)
{
    printf("hello\n");
    return 0;
}
{% endhighlight %}
