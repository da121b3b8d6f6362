#include <bits/keys_of_threads.h>
#include <bits/threads.h>
#include <pthread.h>
#include <stdlib.h>

struct __key __keys[_KEYS];

/* Destructors may set values again; after some rounds those are left. */
void __destroy_values(struct __pthread *thread) {
    int round, any = 1;
    unsigned i, j;
    for (round = 0; any && round < PTHREAD_DESTRUCTOR_ITERATIONS; round++) {
        any = 0;
        for (i = 0; i < _KEYS / _KEYS_IN_BLOCK; i++) {
            if (!thread->values[i])
                continue;
            for (j = 0; j < _KEYS_IN_BLOCK; j++) {
                struct __value *at = thread->values[i] + j;
                unsigned key = i * _KEYS_IN_BLOCK + j;
                void *value = at->value;
                at->value = NULL;
                if (value && at->age == __keys[key].age && __keys[key].destructor) {
                    any = 1;
                    __keys[key].destructor(value);
                }
            }
        }
    }
    for (i = 0; i < _KEYS / _KEYS_IN_BLOCK; i++) {
        free(thread->values[i]);
        thread->values[i] = NULL;
    }
}
