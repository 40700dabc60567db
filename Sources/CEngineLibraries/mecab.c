// MeCab's functions, as its header declares them.
#include <mecab.h>

#include "libraries.h"

// Whoever uses another function adds it here: without that, the program does not link.
#define MECAB(F) \
    F(void, mecab_destroy, (mecab_t *mecab), (mecab)) \
    F(mecab_t *, mecab_new2, (const char *arg), (arg)) \
    F(const mecab_node_t *, mecab_sparse_tonode2, (mecab_t *mecab, const char *str, size_t len), (mecab, str, len)) \
    F(const char *, mecab_version, (void), ())

LIBRARY(MECAB, "libmecab.so.2")

const struct library *mecab_library(void) { return &library; }
