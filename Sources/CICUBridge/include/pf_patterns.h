// ICU's own reading of a message pattern.
#ifndef PF_PATTERNS_H
#define PF_PATTERNS_H

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// The kinds of parts, with the values of UMessagePatternPartType.
typedef enum {
    pf_part_message_start = 0,
    pf_part_message_limit = 1,
    pf_part_skip_syntax = 2,
    pf_part_insert_char = 3,
    pf_part_replace_number = 4,
    pf_part_argument_start = 5,
    pf_part_argument_limit = 6,
    pf_part_argument_number = 7,
    pf_part_argument_name = 8,
    pf_part_argument_type = 9,
    pf_part_argument_style = 10,
    pf_part_argument_selector = 11,
    pf_part_argument_int = 12,
    pf_part_argument_double = 13
} pf_part_kind;

/// The kinds of arguments, with the values of UMessagePatternArgType.
typedef enum {
    pf_argument_none = 0,
    pf_argument_simple = 1,
    pf_argument_choice = 2,
    pf_argument_plural = 3,
    pf_argument_select = 4,
    pf_argument_selectordinal = 5
} pf_argument_kind;

/// One part of a pattern.
typedef struct {
    /// A pf_part_kind.
    int32_t kind;
    /// The offset in bytes of the UTF-8 text.
    int32_t offset;
    /// The length in bytes.
    int32_t length;
    /// For an argument's start its pf_argument_kind.
    int32_t value;
    /// For a start the index of the limit part, else the part's own index.
    int32_t limit;
    /// The number of pf_part_argument_int and pf_part_argument_double.
    double number;
} pf_part;

/// Reads a pattern. Returns how many parts it has; if that is more than `capacity`, none was written.
/// -1 when ICU refuses the pattern; `error` is then the offset in bytes that ICU names, which may be 0.
int32_t pf_pattern_parse(
    const uint8_t *text, int32_t length, pf_part *parts, int32_t capacity, int32_t *error);

#ifdef __cplusplus
}
#endif
#endif
