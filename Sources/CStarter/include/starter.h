// The files that `paifang init` writes, inside of the program: it works wherever the program is copied to.
#ifndef CSTARTER_H
#define CSTARTER_H

#include <stdint.h>

typedef struct paifang_starter_file {
    // Relative to the new project; terminated.
    const char *path;
    // The file's bytes, not terminated. They live as long as the program.
    const uint8_t *bytes;
    int32_t count;
    // Whether only the words that every flow needs are taken from it.
    int32_t is_common;
} paifang_starter_file;

int32_t paifang_starter_count(void);

// The file of an index from 0; one without a path where there is none.
paifang_starter_file paifang_starter_at(int32_t index);

#endif
