#include <errno.h>
#include <search.h>
#include <stdlib.h>
#include <string.h>

static struct hsearch_data __table;

int hcreate_r(size_t count, struct hsearch_data *table) {
    if (table->table)
        return 0;
    table->size = count + count / 3 + 3;
    table->filled = 0;
    table->table = calloc(table->size, sizeof(ENTRY));
    return table->table != NULL;
}

void hdestroy_r(struct hsearch_data *table) {
    free(table->table);
    table->table = NULL;
}

int hsearch_r(ENTRY item, ACTION action, ENTRY **found, struct hsearch_data *table) {
    size_t hash = strlen(item.key);
    size_t tries;
    const char *c;
    for (c = item.key; *c; c++)
        hash = hash * 31 + (unsigned char)*c;
    for (tries = 0; tries < table->size; tries++) {
        ENTRY *entry = &table->table[(hash + tries) % table->size];
        if (entry->key && strcmp(entry->key, item.key) == 0) {
            *found = entry;
            return 1;
        }
        if (!entry->key) {
            *found = NULL;
            if (action == FIND) {
                errno = ESRCH;
                return 0;
            }
            *entry = item;
            table->filled++;
            *found = entry;
            return 1;
        }
    }
    *found = NULL;
    errno = action == FIND ? ESRCH : ENOMEM;
    return 0;
}

int hcreate(size_t count) {
    return hcreate_r(count, &__table);
}

void hdestroy(void) {
    hdestroy_r(&__table);
}

ENTRY *hsearch(ENTRY item, ACTION action) {
    ENTRY *found;
    hsearch_r(item, action, &found, &__table);
    return found;
}

/* A node begins with its key, as programs expect. Priorities by chance keep the tree low. */
struct __node {
    const void *key;
    struct __node *left;
    struct __node *right;
    unsigned priority;
};
static unsigned __chance = 1;

static struct __node *__insert(struct __node *node, struct __node *fresh, int (*compare)(const void *, const void *)) {
    if (!node)
        return fresh;
    if (compare(fresh->key, node->key) < 0) {
        node->left = __insert(node->left, fresh, compare);
        if (node->left->priority > node->priority) {
            struct __node *up = node->left;
            node->left = up->right;
            up->right = node;
            return up;
        }
    } else {
        node->right = __insert(node->right, fresh, compare);
        if (node->right->priority > node->priority) {
            struct __node *up = node->right;
            node->right = up->left;
            up->left = node;
            return up;
        }
    }
    return node;
}

void *tfind(const void *key, void *const *root, int (*compare)(const void *, const void *)) {
    struct __node *node = root ? *root : NULL;
    while (node) {
        int order = compare(key, node->key);
        if (order == 0)
            return node;
        node = order < 0 ? node->left : node->right;
    }
    return NULL;
}

void *tsearch(const void *key, void **root, int (*compare)(const void *, const void *)) {
    struct __node *node = root ? tfind(key, root, compare) : NULL;
    if (node || !root)
        return node;
    node = calloc(1, sizeof *node);
    if (!node)
        return NULL;
    node->key = key;
    node->priority = __chance = __chance * 1664525u + 1013904223u;
    *root = __insert(*root, node, compare);
    return node;
}

static struct __node *__joined(struct __node *left, struct __node *right) {
    if (!left || !right)
        return left ? left : right;
    if (left->priority > right->priority) {
        left->right = __joined(left->right, right);
        return left;
    }
    right->left = __joined(left, right->left);
    return right;
}

void *tdelete(const void *key, void **root, int (*compare)(const void *, const void *)) {
    struct __node **at = (struct __node **)root;
    struct __node *parent = NULL;
    struct __node *gone;
    while (at && *at) {
        int order = compare(key, (*at)->key);
        if (order == 0) {
            gone = *at;
            *at = __joined(gone->left, gone->right);
            free(gone);
            /* Of the root there is no parent: any address will do that is not null. */
            return parent ? parent : (void *)root;
        }
        parent = *at;
        at = order < 0 ? &parent->left : &parent->right;
    }
    return NULL;
}

static void __walk(const struct __node *node, void (*visit)(const void *, VISIT, int), int depth) {
    if (!node->left && !node->right) {
        visit(node, leaf, depth);
        return;
    }
    visit(node, preorder, depth);
    if (node->left)
        __walk(node->left, visit, depth + 1);
    visit(node, postorder, depth);
    if (node->right)
        __walk(node->right, visit, depth + 1);
    visit(node, endorder, depth);
}

void twalk(const void *root, void (*visit)(const void *node, VISIT which, int depth)) {
    if (root && visit)
        __walk(root, visit, 0);
}

void tdestroy(void *root, void (*release)(void *key)) {
    struct __node *node = root;
    if (!node)
        return;
    tdestroy(node->left, release);
    tdestroy(node->right, release);
    release((void *)node->key);
    free(node);
}

void *lfind(const void *key, const void *base, size_t *count, size_t size, int (*compare)(const void *, const void *)) {
    const char *at = base;
    size_t i;
    for (i = 0; i < *count; i++, at += size) {
        if (compare(key, at) == 0)
            return (void *)at;
    }
    return NULL;
}

void *lsearch(const void *key, void *base, size_t *count, size_t size, int (*compare)(const void *, const void *)) {
    void *found = lfind(key, base, count, size, compare);
    if (found)
        return found;
    found = memcpy((char *)base + *count * size, key, size);
    ++*count;
    return found;
}

struct __link {
    struct __link *next;
    struct __link *before;
};

void insque(void *element, void *before) {
    struct __link *link = element;
    struct __link *place = before;
    if (!place) {
        link->next = link->before = NULL;
        return;
    }
    link->next = place->next;
    if (link->next)
        link->next->before = link;
    link->before = place;
    place->next = link;
}

void remque(void *element) {
    struct __link *link = element;
    if (link->next)
        link->next->before = link->before;
    if (link->before)
        link->before->next = link->next;
}
