// shows: the sizes of the arithmetic types on a 64-bit Unix

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/types.h>

int main(void)
{
    printf("char %zu short %zu int %zu long %zu long long %zu\n",
           sizeof(char), sizeof(short), sizeof(int), sizeof(long), sizeof(long long));
    printf("unsigned %zu unsigned char %zu _Bool %zu bool %zu\n",
           sizeof(unsigned), sizeof(unsigned char), sizeof(_Bool), sizeof(bool));
    printf("float %zu double %zu\n", sizeof(float), sizeof(double));
    printf("char * %zu void * %zu function pointer %zu\n",
           sizeof(char *), sizeof(void *), sizeof(int (*)(void)));
    printf("size_t %zu ssize_t %zu ptrdiff_t %zu pid_t %zu off_t %zu\n",
           sizeof(size_t), sizeof(ssize_t), sizeof(ptrdiff_t), sizeof(pid_t), sizeof(off_t));
    printf("int8_t %zu uint16_t %zu int32_t %zu uint64_t %zu intptr_t %zu\n",
           sizeof(int8_t), sizeof(uint16_t), sizeof(int32_t), sizeof(uint64_t), sizeof(intptr_t));
    printf("enum %zu\n", sizeof(enum { ONE }));
    printf("'a' %zu 1L %zu 1.0f %zu 1 == 1 %zu\n", sizeof 'a', sizeof 1L, sizeof 1.0f, sizeof(1 == 1));
    return 0;
}
