#ifndef PAIFANG_PATTERN_H
#define PAIFANG_PATTERN_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A compiled RE2 pattern. May be used by several threads at once.
typedef struct PaifangPattern PaifangPattern;

/// Compiles a pattern of `length` bytes of UTF-8.
///
/// Returns NULL where the pattern is not valid RE2 or needs more than the memory set aside for one
/// pattern (1 MiB); then `message` holds the reason, NUL-terminated and cut to `capacity` bytes.
/// The caller frees the result with `paifang_pattern_free`.
PaifangPattern *paifang_pattern_new(const char *pattern, int32_t length, char *message, int32_t capacity);

/// Whether the pattern matches some part of a text of `length` bytes of UTF-8: 1 or 0; -1 on failure.
/// Takes time linear in the length of the text.
int32_t paifang_pattern_is_found(const PaifangPattern *pattern, const char *text, int32_t length);

/// Frees a pattern; NULL is allowed.
void paifang_pattern_free(PaifangPattern *pattern);

#ifdef __cplusplus
}
#endif

#endif
