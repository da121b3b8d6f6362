// shows: i / 2 printed with %f and a double printed as an int need a cast to be right

#include <stdio.h>

int main(void)
{
    int total = 7, people = 2;
    double average = total / people;
    printf("%.2f\n", average);
    average = (double) total / people;
    printf("%.2f\n", average);
    average = 1.0 * total / people;
    printf("%.2f\n", average);
    printf("%d\n", (int) average);
    printf("%d%%\n", 100 * people / total);
    printf("%.1f%%\n", 100.0 * people / total);
    return 0;
}
