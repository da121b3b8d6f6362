// shows: a program of 1978 without prototypes, which declares malloc in the function that needs it
// stdin: the quick brown fox jumps over the lazy dog, the end. x1 Fox 12 fox\n
#include <stdio.h>
#define MAXWORD 20
#define TRUE 1
#define FALSE 0
struct tnode { char *word; int count; struct tnode *left, *right; };
struct tnode *root = NULL; 
struct tnode *addtree(); char *strsave(); 
int getword(); 
main(argc, argv)
int argc;
char **argv;
{
	char word[MAXWORD]; extern struct tnode *root; register int n = 0; auto int k;
	while (getword(word, MAXWORD) != EOF)
		if (isalpha(word[0])) { root = addtree(root, word); n++; }
	treeprint(root);
	printf("%d words\n", n), k = n;
	return k != n;
}
int getword(w, lim) char *w; int lim;
{
	int c; char *s = w;
	while (isspace(c = getchar())) ;
	if (c != EOF) *w++ = c;
	if (!isalpha(c)) { *w = '\0'; return c; }
	for (; --lim > 0; w++) if (!isalnum(*w = getchar())) { ungetc(*w, stdin); break; }
	*w = '\0'; return s[0];
}
struct tnode *addtree(p, w) struct tnode *p; char *w;
{
	int cond;
	if (p == NULL) { p = (struct tnode *) malloc(sizeof(struct tnode)); p->word = strsave(w); p->count = 1; p->left = p->right = NULL; }
	else if ((cond = strcmp(w, p->word)) == 0) p->count++;
	else if (cond < 0) p->left = addtree(p->left, w);
	else p->right = addtree(p->right, w);
	return p;
}
treeprint(p) struct tnode *p; { if (p != NULL) { treeprint(p->left); printf("%4d %s\n", p->count, p->word); treeprint(p->right); } }
char *strsave(s) char *s; { char *p, *malloc(); if ((p = malloc(strlen(s)+1)) != NULL) strcpy(p, s); return (p); }
