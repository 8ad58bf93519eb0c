// What the files behind the C face share.
#ifndef PF_INTERNAL_HPP
#define PF_INTERNAL_HPP

#include <map>
#include <memory>
#include <mutex>
#include <string>

#include <unicode/coll.h>
#include <unicode/dtfmtsym.h>
#include <unicode/listformatter.h>
#include <unicode/locdspnm.h>
#include <unicode/locid.h>
#include <unicode/numberformatter.h>
#include <unicode/plurrule.h>
#include <unicode/timezone.h>
#include <unicode/unistr.h>

#include "include/pf_dates.h"
#include "include/pf_languages.h"
#include "include/pf_oracle.h"
#include "include/pf_texts.h"
#include "include/pf_zones.h"

icu::UnicodeString pf_from_utf8(const uint8_t *text, int32_t length);
int32_t pf_to_utf8(const icu::UnicodeString &text, uint8_t *out, int32_t capacity);

/// The zone, kept for the life of the process; NULL when ICU doesn't know it.
const icu::TimeZone *pf_zone(const char *zone);

struct pf_language {
    explicit pf_language(const icu::Locale &locale) : locale(locale) {}

    const icu::Locale locale;
    /// Held while one of the parts below is made; a part that is there is never changed.
    std::mutex making;
    std::unique_ptr<icu::number::LocalizedNumberFormatter> numbers[3];
    std::unique_ptr<icu::PluralRules> plurals[2];
    std::unique_ptr<icu::ListFormatter> lists;
    std::unique_ptr<icu::LocaleDisplayNames> names;
    std::unique_ptr<icu::Collator> order;
    std::unique_ptr<icu::DateFormatSymbols> symbols;
    std::map<std::string, std::unique_ptr<icu::number::LocalizedNumberFormatter>> currencies;
};

#endif
