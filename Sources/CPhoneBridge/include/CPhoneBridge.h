// A plain C face for libphonenumber. No C++ type and no exception crosses it.
#ifndef CPHONEBRIDGE_H
#define CPHONEBRIDGE_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum paifang_phone_status : int32_t {
    paifang_phone_possible = 0,
    paifang_phone_unreadable = 1,
    paifang_phone_too_short = 2,
    paifang_phone_too_long = 3,
    // It begins with a country code that no country has.
    paifang_phone_invalid_country_code = 4,
    // It has no country code, and no region was given that would supply one.
    paifang_phone_no_country_code = 5,
    paifang_phone_impossible = 6,
    // It can be dialled inside its own area only.
    paifang_phone_no_area_code = 7,
} paifang_phone_status;

typedef enum paifang_phone_line : int32_t {
    paifang_phone_line_unsure = 0,
    paifang_phone_line_mobile = 1,
    paifang_phone_line_landline = 2,
    // Surely neither: a freephone or premium number, a pager.
    paifang_phone_line_other = 3,
} paifang_phone_line;

typedef struct paifang_phone_reading {
    paifang_phone_status status;
    paifang_phone_line line;
    // "+79161234567", terminated; empty unless possible.
    char e164[32];
} paifang_phone_reading;

// Reads `length` bytes of UTF-8. `region` is an upper-case ISO 3166-1 alpha-2 code or NULL.
// The first call loads the metadata (some milliseconds). Safe to call from any thread.
paifang_phone_reading paifang_phone_read(const char *text, int32_t length, const char *region);

// Writes a number that begins with a plus as people write it abroad, "+7 916 123-45-67", into `buffer`
// of `capacity` bytes, terminated. Gives the bytes written, 0 where it is no possible number.
int32_t paifang_phone_display(
    const char *text, int32_t length, char *buffer, int32_t capacity);

// The country calling code of a region (44 for "GB"); 0 where it has none.
int32_t paifang_phone_calling_code(const char *region);

// Writes an example number of the region in international form, of a mobile or a fixed line, into
// `buffer` of `capacity` bytes, terminated. Gives the bytes written, 0 where there is no example.
int32_t paifang_phone_example(const char *region, int32_t is_mobile, char *buffer, int32_t capacity);

#ifdef __cplusplus
}
#endif

#endif
