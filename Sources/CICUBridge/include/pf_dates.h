// Dates and times in one language.
#ifndef PF_DATES_H
#define PF_DATES_H

#include "pf_languages.h"

#ifdef __cplusplus
extern "C" {
#endif

/// A date format of one language.
typedef struct pf_date pf_date;

/// The named date and time styles of messages.
typedef enum {
    pf_date_short = 0,
    pf_date_medium = 1,
    pf_date_long = 2,
    pf_date_full = 3
} pf_date_style;

/// A format by its style: of the day, or of the time of day.
pf_date *pf_date_make(pf_language *language, bool time, pf_date_style style);
/// A format by its skeleton (without the `::`).
pf_date *pf_date_make_skeleton(pf_language *language, const uint8_t *skeleton, int32_t length);
void pf_date_free(pf_date *date);

/// The format's pattern (LDML date fields).
int32_t pf_date_pattern(pf_date *date, uint8_t *out, int32_t capacity);
/// Whether the format writes the Gregorian calendar in ASCII digits.
bool pf_date_is_plain(pf_date *date);
/// An instant (milliseconds since 1970) in a zone; an unknown zone counts as UTC.
int32_t pf_date_format(
    pf_date *date, int64_t instant, const char *zone, uint8_t *out, int32_t capacity);

/// Lists of words that dates are made of.
typedef enum {
    pf_words_months = 0,
    pf_words_months_short = 1,
    pf_words_months_alone = 2,
    pf_words_months_alone_short = 3,
    pf_words_weekdays = 4,
    pf_words_weekdays_short = 5,
    pf_words_weekdays_alone = 6,
    pf_words_weekdays_alone_short = 7,
    pf_words_day_halves = 8
} pf_date_words;

/// A word: months from January = 0, weekdays from Sunday = 0, day halves AM = 0. -1 behind the last.
int32_t pf_date_word(
    pf_language *language, pf_date_words words, int32_t index, uint8_t *out, int32_t capacity);

#ifdef __cplusplus
}
#endif
#endif
