// A plain C face for the few ICU classes that Paifang uses; the C++ behind it never shows.
//
// Conventions
// - Text is UTF-8: a pointer and a length in bytes. Names (languages, zones, currencies) end in NUL.
// - A function that makes text writes into `out` and returns the length of the text in bytes. If
//   that is more than `capacity`, nothing useful was written: call again with more room.
//   A negative result means that ICU refused.
// - What a `_make` function returns is freed by its `_free` function, by the caller. NULL means no.
// - Everything may be called from several threads at once; what ICU doesn't allow is locked inside.
//
// This header: numbers, plurals, names and order in one language.
#ifndef PF_LANGUAGES_H
#define PF_LANGUAGES_H

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// What ICU knows about one language; each part is made when it is first asked for.
typedef struct pf_language pf_language;

/// A language by its BCP 47 tag; the root of all languages where the tag can't be read. Never NULL.
pf_language *pf_language_make(const char *tag);
void pf_language_free(pf_language *language);

/// The named number styles of messages.
typedef enum { pf_style_number = 0, pf_style_integer = 1, pf_style_percent = 2 } pf_number_style;

int32_t pf_format_integer(
    pf_language *language, pf_number_style style, int64_t value, uint8_t *out, int32_t capacity);
int32_t pf_format_double(
    pf_language *language, pf_number_style style, double value, uint8_t *out, int32_t capacity);
/// The grouping separator of plain numbers; empty where they are not grouped.
int32_t pf_grouping_separator(pf_language *language, uint8_t *out, int32_t capacity);
/// An amount, written as a plain decimal such as `-12.3400`, in a currency (ISO 4217 code).
int32_t pf_format_money(
    pf_language *language, const char *decimal, const char *currency, uint8_t *out,
    int32_t capacity);

/// A number format made from a skeleton (without the `::`).
typedef struct pf_number pf_number;
pf_number *pf_number_make(pf_language *language, const uint8_t *skeleton, int32_t length);
void pf_number_free(pf_number *number);
int32_t pf_number_integer(const pf_number *number, int64_t value, uint8_t *out, int32_t capacity);
int32_t pf_number_double(const pf_number *number, double value, uint8_t *out, int32_t capacity);

/// The plural categories; these values are what the functions below return.
typedef enum {
    pf_plural_zero = 0,
    pf_plural_one = 1,
    pf_plural_two = 2,
    pf_plural_few = 3,
    pf_plural_many = 4,
    pf_plural_other = 5
} pf_plural;

/// The category of a whole number.
int32_t pf_plural_of_integer(pf_language *language, bool ordinal, int64_t value);
/// The category of a number as it is shown in a style.
int32_t pf_plural_of_shown(
    pf_language *language, bool ordinal, pf_number_style style, double value);
int32_t pf_plural_of_shown_integer(
    pf_language *language, bool ordinal, pf_number_style style, int64_t value);
/// The category of a number as such.
int32_t pf_plural_of_double(pf_language *language, bool ordinal, double value);

/// `A, B and C` in the language.
int32_t pf_format_list(
    pf_language *language, const uint8_t *const *items, const int32_t *lengths, int32_t count,
    uint8_t *out, int32_t capacity);
/// The name of a region (ISO 3166-1 alpha-2) for a menu; -1 where ICU has none.
int32_t pf_region_name(pf_language *language, const char *code, uint8_t *out, int32_t capacity);
/// The name of a language (BCP 47) for a menu; -1 where ICU has none.
int32_t pf_language_name(pf_language *language, const char *tag, uint8_t *out, int32_t capacity);
/// ICU's current region codes of two letters, with a blank behind each.
int32_t pf_region_codes(uint8_t *out, int32_t capacity);
/// Less than, equal to or more than 0, as the language's readers sort.
int32_t pf_compare(
    pf_language *language, const uint8_t *left, int32_t left_length, const uint8_t *right,
    int32_t right_length);

#ifdef __cplusplus
}
#endif
#endif
