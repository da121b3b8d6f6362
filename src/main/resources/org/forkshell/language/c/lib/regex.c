/* Regular expressions of POSIX, basic and extended. A match is tried from each place of the text in turn; of those that begin at the
   same place the longest is taken. */
#include <ctype.h>
#include <regex.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define _MOST_GROUPS 32
#define _NO_END 100000

enum __kind { _CHARACTER, _ANY, _SET, _BEGIN, _END, _GROUP, _ALTERNATIVES, _REPEAT, _EMPTY, _SAME, _WORD_BEGIN, _WORD_END, _WORD_EDGE, _NO_EDGE };

/* Nodes name one another by number. A sequence is a chain of next. */
struct __node {
    enum __kind kind;
    int next;
    int first;
    int second;
    int least;
    int most;
    int number;
    unsigned char set[32];
};

struct __parser {
    const char *at;
    const char *start;
    int flags;
    struct __node *nodes;
    int used;
    int room;
    int groups;
    int depth;
    int error;
};

static int __fresh(struct __parser *in, enum __kind kind) {
    struct __node *node;
    if (in->used == in->room) {
        int room = in->room ? 2 * in->room : 16;
        struct __node *more = realloc(in->nodes, room * sizeof *more);
        if (!more) {
            in->error = REG_ESPACE;
            return 0;
        }
        in->nodes = more;
        in->room = room;
    }
    node = &in->nodes[in->used];
    memset(node, 0, sizeof *node);
    node->kind = kind;
    node->next = node->first = node->second = -1;
    return in->used++;
}

static void __put(unsigned char *set, int c, int flags) {
    set[c >> 3] |= 1 << (c & 7);
    if ((flags & REG_ICASE) && isalpha(c)) {
        int other = islower(c) ? toupper(c) : tolower(c);
        set[other >> 3] |= 1 << (other & 7);
    }
}

static int __put_class(struct __parser *in, unsigned char *set, const char *name, size_t length) {
    static const struct __class {
        const char *name;
        int (*has)(int);
    } classes[] = {{"alnum", isalnum}, {"alpha", isalpha}, {"blank", isblank}, {"cntrl", iscntrl}, {"digit", isdigit}, {"graph", isgraph},
                   {"lower", islower}, {"print", isprint}, {"punct", ispunct}, {"space", isspace}, {"upper", isupper}, {"xdigit", isxdigit}};
    int i, c;
    for (i = 0; i < 12; i++) {
        if (strlen(classes[i].name) == length && strncmp(classes[i].name, name, length) == 0) {
            for (c = 0; c < 256; c++) {
                if (classes[i].has(c))
                    __put(set, c, in->flags);
            }
            return 1;
        }
    }
    in->error = REG_ECTYPE;
    return 0;
}

/* A character of a set, which may be written [.x.] or [=x=]. */
static int __element(struct __parser *in) {
    if (in->at[0] == '[' && (in->at[1] == '.' || in->at[1] == '=') && in->at[2] && in->at[3] == in->at[1] && in->at[4] == ']') {
        int c = (unsigned char)in->at[2];
        in->at += 5;
        return c;
    }
    return (unsigned char)*in->at++;
}

static int __set(struct __parser *in) {
    int node = __fresh(in, _SET);
    int inverted = *in->at == '^';
    int begun = 0;
    int i;
    unsigned char set[32] = {0};
    in->at += inverted;
    while (!begun || *in->at != ']') {
        int first, last;
        begun = 1;
        if (!*in->at) {
            in->error = REG_EBRACK;
            return node;
        }
        if (in->at[0] == '[' && in->at[1] == ':') {
            const char *end = strstr(in->at + 2, ":]");
            if (!end) {
                in->error = REG_EBRACK;
                return node;
            }
            if (!__put_class(in, set, in->at + 2, end - in->at - 2))
                return node;
            in->at = end + 2;
            continue;
        }
        first = last = __element(in);
        if (in->at[0] == '-' && in->at[1] && in->at[1] != ']') {
            in->at++;
            last = __element(in);
            if (last < first) {
                in->error = REG_ERANGE;
                return node;
            }
        }
        for (i = first; i <= last; i++)
            __put(set, i, in->flags);
    }
    in->at++;
    if (inverted) {
        for (i = 0; i < 32; i++)
            set[i] = ~set[i];
        set[0] &= ~1;
        if (in->flags & REG_NEWLINE)
            set[1] &= ~(1 << ('\n' & 7));
    }
    if (!in->error)
        memcpy(in->nodes[node].set, set, sizeof set);
    return node;
}

static int __alternatives(struct __parser *in);

static int __extended(struct __parser *in) {
    return in->flags & REG_EXTENDED;
}

/* Whether one of the operators stands here, which a basic expression writes with a backslash. */
static int __is_operator(struct __parser *in, char c) {
    return __extended(in) ? *in->at == c : in->at[0] == '\\' && in->at[1] == c;
}

static void __skip_operator(struct __parser *in) {
    in->at += __extended(in) ? 1 : 2;
}

static int __group(struct __parser *in) {
    int node = __fresh(in, _GROUP);
    int number = ++in->groups;
    int inner;
    in->depth++;
    inner = __alternatives(in);
    in->depth--;
    if (in->error)
        return node;
    if (!__is_operator(in, ')')) {
        in->error = REG_EPAREN;
        return node;
    }
    __skip_operator(in);
    in->nodes[node].number = number;
    in->nodes[node].first = inner;
    return node;
}

static int __literal(struct __parser *in, int c) {
    int node = __fresh(in, _CHARACTER);
    if (!in->error) {
        in->nodes[node].kind = _SET;
        __put(in->nodes[node].set, c, in->flags);
    }
    return node;
}

static int __escaped(struct __parser *in) {
    int c = (unsigned char)*++in->at;
    int node, i;
    if (!c) {
        in->error = REG_EESCAPE;
        return 0;
    }
    in->at++;
    switch (c) {
    case 'w':
    case 'W':
    case 's':
    case 'S':
        node = __fresh(in, _SET);
        for (i = 1; !in->error && i < 256; i++) {
            int in_class = tolower(c) == 'w' ? isalnum(i) || i == '_' : isspace(i);
            if (!in_class == (isupper(c) != 0))
                __put(in->nodes[node].set, i, 0);
        }
        return node;
    case '<': return __fresh(in, _WORD_BEGIN);
    case '>': return __fresh(in, _WORD_END);
    case 'b': return __fresh(in, _WORD_EDGE);
    case 'B': return __fresh(in, _NO_EDGE);
    case '`': return __fresh(in, _BEGIN);
    case '\'': return __fresh(in, _END);
    }
    if (c >= '1' && c <= '9') {
        node = __fresh(in, _SAME);
        if (c - '0' > in->groups)
            in->error = REG_ESUBREG;
        else if (!in->error)
            in->nodes[node].number = c - '0';
        return node;
    }
    return __literal(in, c);
}

static int __read_number(struct __parser *in, int otherwise) {
    int number = 0;
    if (!isdigit((unsigned char)*in->at))
        return otherwise;
    while (isdigit((unsigned char)*in->at) && number < _NO_END)
        number = number * 10 + *in->at++ - '0';
    return number;
}

/* What may follow a piece: *, +, ?, {2,3}. */
static int __repeated(struct __parser *in, int piece) {
    for (;;) {
        int least, most;
        int node;
        if (*in->at == '*') {
            in->at++;
            least = 0;
            most = _NO_END;
        } else if (__is_operator(in, '+')) {
            __skip_operator(in);
            least = 1;
            most = _NO_END;
        } else if (__is_operator(in, '?')) {
            __skip_operator(in);
            least = 0;
            most = 1;
        } else if (__is_operator(in, '{')) {
            const char *before = in->at;
            __skip_operator(in);
            least = __read_number(in, -1);
            most = least;
            if (*in->at == ',') {
                in->at++;
                most = __read_number(in, _NO_END);
                if (least < 0)
                    least = 0;
            }
            if (!__is_operator(in, '}') || least < 0) {
                if (__extended(in) && least < 0) {
                    /* It stands for itself. */
                    in->at = before;
                    return piece;
                }
                in->error = *in->at ? REG_BADBR : REG_EBRACE;
                return piece;
            }
            __skip_operator(in);
            if (least > most || (most > 32767 && most != _NO_END)) {
                in->error = REG_BADBR;
                return piece;
            }
        } else {
            return piece;
        }
        node = __fresh(in, _REPEAT);
        if (in->error)
            return node;
        in->nodes[node].first = piece;
        in->nodes[node].least = least;
        in->nodes[node].most = most;
        piece = node;
    }
}

static int __piece(struct __parser *in, int begins) {
    int node;
    char c = *in->at;
    if (__is_operator(in, '(')) {
        __skip_operator(in);
        return __group(in);
    }
    if (__extended(in) && begins && (c == '*' || c == '+' || c == '?')) {
        in->error = REG_BADRPT;
        return 0;
    }
    if (c == '[') {
        in->at++;
        return __set(in);
    }
    if (c == '.') {
        in->at++;
        return __fresh(in, _ANY);
    }
    if (c == '^' && (__extended(in) || begins)) {
        in->at++;
        return __fresh(in, _BEGIN);
    }
    if (c == '$' && (__extended(in) || !in->at[1] || (in->at[1] == '\\' && (in->at[2] == ')' || in->at[2] == '|')))) {
        in->at++;
        return __fresh(in, _END);
    }
    if (c == '\\')
        return __escaped(in);
    in->at++;
    node = __literal(in, (unsigned char)c);
    return node;
}

static int __sequence(struct __parser *in) {
    int first = -1;
    int last = -1;
    while (*in->at && !in->error) {
        int piece;
        int anchor;
        if (__is_operator(in, '|') || (__is_operator(in, ')') && (in->depth > 0 || !__extended(in))))
            break;
        anchor = last >= 0 && in->nodes[last].kind == _BEGIN;
        piece = __piece(in, first < 0);
        if (in->error)
            break;
        /* In a basic expression a * at the beginning is one. */
        if (__extended(in) || in->nodes[piece].kind != _BEGIN)
            piece = __extended(in) || !anchor || in->at[-1] != '*' ? __repeated(in, piece) : piece;
        if (in->error)
            break;
        if (first < 0)
            first = piece;
        else
            in->nodes[last].next = piece;
        last = piece;
    }
    return first < 0 && !in->error ? __fresh(in, _EMPTY) : first;
}

static int __alternatives(struct __parser *in) {
    int first = __sequence(in);
    while (!in->error && __is_operator(in, '|')) {
        int node, other;
        __skip_operator(in);
        other = __sequence(in);
        node = __fresh(in, _ALTERNATIVES);
        if (in->error)
            break;
        in->nodes[node].first = first;
        in->nodes[node].second = other;
        first = node;
    }
    return first;
}

int regcomp(regex_t *compiled, const char *pattern, int flags) {
    struct __parser in = {pattern, pattern, flags};
    int start = __alternatives(&in);
    if (!in.error && *in.at)
        in.error = REG_EPAREN;
    if (in.error) {
        free(in.nodes);
        compiled->__nodes = NULL;
        return in.error;
    }
    compiled->__nodes = in.nodes;
    compiled->__start = start;
    compiled->__flags = flags;
    compiled->re_nsub = in.groups;
    return 0;
}

/* What is still to be matched after a node: the nodes behind it, the rest of a repetition, the end of a group. */
struct __rest {
    struct __rest *outer;
    int node;
    int count;
    int group;
    const char *from;
};

struct __matcher {
    const struct __node *nodes;
    const char *start;
    const char *end;
    int flags;
    int how;
    regmatch_t groups[_MOST_GROUPS];
    regmatch_t best[_MOST_GROUPS];
    const char *longest;
    long steps;
};

static int __is_word(struct __matcher *in, const char *at) {
    return at >= in->start && at < in->end && (isalnum((unsigned char)*at) || *at == '_');
}

static void __try(struct __matcher *in, int number, const char *at, struct __rest *rest);

static void __go_on(struct __matcher *in, const char *at, struct __rest *rest) {
    struct __rest *outer;
    if (!rest) {
        if (!in->longest || at > in->longest) {
            in->longest = at;
            memcpy(in->best, in->groups, sizeof in->best);
        }
        return;
    }
    outer = rest->outer;
    if (rest->group > 0) {
        regmatch_t before;
        if (rest->group >= _MOST_GROUPS) {
            __go_on(in, at, outer);
            return;
        }
        before = in->groups[rest->group];
        in->groups[rest->group].rm_so = rest->from - in->start;
        in->groups[rest->group].rm_eo = at - in->start;
        __go_on(in, at, outer);
        in->groups[rest->group] = before;
    } else if (rest->count > 0) {
        const struct __node *repeat = &in->nodes[rest->node];
        struct __rest again = {outer, rest->node, rest->count + 1, 0, at};
        /* A round that came to nothing is none, but for the first and those that must be. */
        if (at == rest->from && rest->count > 1 && rest->count > repeat->least)
            return;
        if (rest->count < repeat->most && at != rest->from)
            __try(in, repeat->first, at, &again);
        if (rest->count >= repeat->least || at == rest->from)
            __go_on(in, at, outer);
    } else {
        __try(in, rest->node, at, outer);
    }
}

static void __try(struct __matcher *in, int number, const char *at, struct __rest *rest) {
    for (;;) {
        const struct __node *node = &in->nodes[number];
        struct __rest behind = {rest, node->next};
        struct __rest *then = node->next >= 0 ? &behind : rest;
        if (in->longest == in->end || ++in->steps > 50000000)
            return;
        switch (node->kind) {
        case _CHARACTER:
        case _SET:
            if (at == in->end || !(node->set[(unsigned char)*at >> 3] & 1 << (*at & 7)))
                return;
            at++;
            break;
        case _ANY:
            if (at == in->end || (*at == '\n' && (in->flags & REG_NEWLINE)))
                return;
            at++;
            break;
        case _BEGIN:
            if (!(at == in->start && !(in->how & REG_NOTBOL)) && !(at > in->start && at[-1] == '\n' && (in->flags & REG_NEWLINE)))
                return;
            break;
        case _END:
            if (!(at == in->end && !(in->how & REG_NOTEOL)) && !(at < in->end && *at == '\n' && (in->flags & REG_NEWLINE)))
                return;
            break;
        case _WORD_BEGIN:
            if (__is_word(in, at - 1) || !__is_word(in, at))
                return;
            break;
        case _WORD_END:
            if (!__is_word(in, at - 1) || __is_word(in, at))
                return;
            break;
        case _WORD_EDGE:
        case _NO_EDGE:
            if ((__is_word(in, at - 1) != __is_word(in, at)) != (node->kind == _WORD_EDGE))
                return;
            break;
        case _EMPTY:
            break;
        case _SAME: {
            regmatch_t *group = &in->groups[node->number];
            int length = group->rm_eo - group->rm_so;
            if (group->rm_so < 0 || length > in->end - at)
                return;
            if (in->flags & REG_ICASE ? strncasecmp(at, in->start + group->rm_so, length) : memcmp(at, in->start + group->rm_so, length))
                return;
            at += length;
            break;
        }
        case _GROUP: {
            struct __rest inside = {then, -1, 0, node->number, at};
            __try(in, node->first, at, &inside);
            return;
        }
        case _ALTERNATIVES:
            __try(in, node->first, at, then);
            __try(in, node->second, at, then);
            return;
        case _REPEAT: {
            struct __rest once = {then, number, 1, 0, at};
            if (node->most > 0)
                __try(in, node->first, at, &once);
            if (node->least == 0)
                __go_on(in, at, then);
            return;
        }
        }
        if (node->next < 0) {
            __go_on(in, at, rest);
            return;
        }
        number = node->next;
    }
}

int regexec(const regex_t *compiled, const char *text, size_t count, regmatch_t found[], int flags) {
    struct __matcher in;
    const char *at = text;
    size_t i;
    memset(&in, 0, sizeof in);
    in.nodes = compiled->__nodes;
    in.flags = compiled->__flags;
    in.how = flags;
    in.start = text;
    in.end = text + strlen(text);
    if (flags & REG_STARTEND) {
        at = text + found[0].rm_so;
        in.end = text + found[0].rm_eo;
    }
    for (; at <= in.end; at++) {
        memset(in.groups, -1, sizeof in.groups);
        in.longest = NULL;
        __try(&in, compiled->__start, at, NULL);
        if (!in.longest)
            continue;
        in.best[0].rm_so = at - text;
        in.best[0].rm_eo = in.longest - text;
        if (!(compiled->__flags & REG_NOSUB)) {
            for (i = 0; i < count; i++) {
                if (i < _MOST_GROUPS && i <= compiled->re_nsub)
                    found[i] = in.best[i];
                else
                    found[i].rm_so = found[i].rm_eo = -1;
            }
        }
        return 0;
    }
    return REG_NOMATCH;
}

size_t regerror(int number, const regex_t *compiled, char *to, size_t size) {
    static const char *texts[] = {
        "Success", "No match", "Invalid regular expression", "Invalid collation character", "Invalid character class name",
        "Trailing backslash", "Invalid back reference", "Unmatched [, [^, [:, [., or [=", "Unmatched ( or \\(", "Unmatched \\{",
        "Invalid content of \\{\\}", "Invalid range end", "Memory exhausted", "Invalid preceding regular expression"};
    return snprintf(to, size, "%s", number >= 0 && number < 14 ? texts[number] : "Unknown") + 1;
}

void regfree(regex_t *compiled) {
    free(compiled->__nodes);
    compiled->__nodes = NULL;
}
