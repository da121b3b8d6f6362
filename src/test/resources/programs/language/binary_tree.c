// shows: a search tree of structs with two pointers to themselves

#include <stdio.h>
#include <stdlib.h>

struct tree {
    char key;
    int count;
    struct tree *left, *right;
};

static struct tree *add(struct tree *t, char key)
{
    if (t == NULL) {
        t = (struct tree *) calloc(1, sizeof(struct tree));
        t->key = key;
    }
    if (key < t->key) {
        t->left = add(t->left, key);
    } else if (key > t->key) {
        t->right = add(t->right, key);
    } else {
        t->count++;
    }
    return t;
}

static int height(struct tree *t)
{
    if (!t)
        return 0;
    int l = height(t->left), r = height(t->right);
    return 1 + (l > r ? l : r);
}

static void walk(struct tree *t)
{
    if (t) {
        walk(t->left);
        printf("%c%d ", t->key, t->count);
        walk(t->right);
    }
}

int main(void)
{
    struct tree *root = NULL;
    for (const char *s = "processesforkandwait"; *s; s++) {
        root = add(root, *s);
    }
    walk(root);
    printf("height %d\n", height(root));
    return 0;
}
