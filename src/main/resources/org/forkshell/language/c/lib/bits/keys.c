#include <bits/futex.h>
#include <bits/keys.h>
#include <bits/keys_of_threads.h>
#include <bits/threads.h>
#include <errno.h>
#include <pthread.h>
#include <stdlib.h>

int pthread_key_create(pthread_key_t *key, void (*destructor)(void *)) {
    unsigned i;
    for (i = 0; i < _KEYS; i++) {
        unsigned age = __keys[i].age;
        if (age % 2 == 0 && __swap_if(&__keys[i].age, age, age + 1, sizeof age) == (int)age) {
            __keys[i].destructor = destructor;
            *key = i;
            return 0;
        }
    }
    return EAGAIN;
}

int pthread_key_delete(pthread_key_t key) {
    unsigned age;
    if (key >= _KEYS || (age = __keys[key].age) % 2 == 0)
        return EINVAL;
    return __swap_if(&__keys[key].age, age, age + 1, sizeof age) == (int)age ? 0 : EINVAL;
}

void *pthread_getspecific(pthread_key_t key) {
    struct __value *block;
    if (key >= _KEYS)
        return NULL;
    block = __self()->values[key / _KEYS_IN_BLOCK];
    if (!block)
        return NULL;
    block += key % _KEYS_IN_BLOCK;
    return block->age == __keys[key].age ? block->value : NULL;
}

int pthread_setspecific(pthread_key_t key, const void *value) {
    struct __value **block;
    if (key >= _KEYS || __keys[key].age % 2 == 0)
        return EINVAL;
    block = &__self()->values[key / _KEYS_IN_BLOCK];
    if (!*block) {
        if (!value)
            return 0;
        *block = calloc(_KEYS_IN_BLOCK, sizeof **block);
        if (!*block)
            return ENOMEM;
    }
    (*block)[key % _KEYS_IN_BLOCK].age = __keys[key].age;
    (*block)[key % _KEYS_IN_BLOCK].value = (void *)value;
    return 0;
}

#define _BEGUN 1
#define _DONE 2

static void __begin_again(void *once) {
    *(int *)once = 0;
    __wake(once, 0x7fffffff);
}

int pthread_once(pthread_once_t *once, void (*function)(void)) {
    struct __cleanup cleanup;
    int error = errno;
    while (*once != _DONE) {
        if (__swap_if(once, 0, _BEGUN, sizeof *once) == 0) {
            __cleanup_push(&cleanup, __begin_again, once);
            function();
            __cleanup_pop(&cleanup, 0);
            __ordered_before(once);
            __swap_if(once, _BEGUN, _DONE, sizeof *once);
            __wake(once, 0x7fffffff);
            break;
        }
        if (*once == _BEGUN)
            __sleep_while(once, _BEGUN, NULL, 0);
    }
    __ordered_after(once);
    errno = error;
    return 0;
}
