#include "internal.hpp"

#include <cstring>

#include <unicode/calendar.h>
#include <unicode/decimfmt.h>
#include <unicode/smpdtfmt.h>

struct pf_date {
    explicit pf_date(icu::SimpleDateFormat *format) : format(format) {}

    std::unique_ptr<icu::SimpleDateFormat> format;
    /// Formatting works on the calendar inside the format.
    std::mutex using_;
};

static pf_date *adopt(icu::DateFormat *made) {
    auto *simple = dynamic_cast<icu::SimpleDateFormat *>(made);
    if (!simple) {
        delete made;
        return nullptr;
    }
    return new pf_date(simple);
}

pf_date *pf_date_make(pf_language *language, bool time, pf_date_style style) {
    static const icu::DateFormat::EStyle styles[] = {
        icu::DateFormat::kShort, icu::DateFormat::kMedium, icu::DateFormat::kLong,
        icu::DateFormat::kFull};
    if (style < 0 || style > 3) return nullptr;
    return adopt(
        time ? icu::DateFormat::createTimeInstance(styles[style], language->locale)
             : icu::DateFormat::createDateInstance(styles[style], language->locale));
}

pf_date *pf_date_make_skeleton(pf_language *language, const uint8_t *skeleton, int32_t length) {
    UErrorCode status = U_ZERO_ERROR;
    icu::DateFormat *made = icu::DateFormat::createInstanceForSkeleton(
        pf_from_utf8(skeleton, length), language->locale, status);
    if (U_FAILURE(status)) {
        delete made;
        return nullptr;
    }
    return adopt(made);
}

void pf_date_free(pf_date *date) {
    delete date;
}

int32_t pf_date_pattern(pf_date *date, uint8_t *out, int32_t capacity) {
    icu::UnicodeString pattern;
    date->format->toPattern(pattern);
    return pf_to_utf8(pattern, out, capacity);
}

bool pf_date_is_plain(pf_date *date) {
    const icu::Calendar *calendar = date->format->getCalendar();
    const auto *numbers = dynamic_cast<const icu::DecimalFormat *>(date->format->getNumberFormat());
    if (!calendar || !numbers || std::strcmp(calendar->getType(), "gregorian") != 0) return false;
    const icu::DecimalFormatSymbols *symbols = numbers->getDecimalFormatSymbols();
    return symbols
        && symbols->getConstSymbol(icu::DecimalFormatSymbols::kZeroDigitSymbol)
        == icu::UnicodeString(u'0');
}

int32_t pf_date_format(
    pf_date *date, int64_t instant, const char *zone, uint8_t *out, int32_t capacity) {
    const icu::TimeZone *found = pf_zone(zone);
    icu::UnicodeString result;
    {
        std::lock_guard<std::mutex> guard(date->using_);
        date->format->setTimeZone(found ? *found : *icu::TimeZone::getGMT());
        date->format->format(static_cast<UDate>(instant), result);
    }
    return pf_to_utf8(result, out, capacity);
}

int32_t pf_date_word(
    pf_language *language, pf_date_words words, int32_t index, uint8_t *out, int32_t capacity) {
    using Symbols = icu::DateFormatSymbols;
    const Symbols *symbols = nullptr;
    {
        std::lock_guard<std::mutex> guard(language->making);
        if (!language->symbols) {
            UErrorCode status = U_ZERO_ERROR;
            language->symbols = std::make_unique<Symbols>(language->locale, status);
            if (U_FAILURE(status)) language->symbols.reset();
        }
        symbols = language->symbols.get();
    }
    if (!symbols) return -1;
    const bool alone = words == pf_words_months_alone || words == pf_words_months_alone_short
        || words == pf_words_weekdays_alone || words == pf_words_weekdays_alone_short;
    const bool brief = words & 1;
    const auto context = alone ? Symbols::STANDALONE : Symbols::FORMAT;
    const auto width = brief ? Symbols::ABBREVIATED : Symbols::WIDE;
    int32_t count = 0;
    const icu::UnicodeString *list = nullptr;
    if (words == pf_words_day_halves) {
        list = symbols->getAmPmStrings(count);
    } else if (words < pf_words_weekdays) {
        list = symbols->getMonths(count, context, width);
    } else {
        // ICU's lists of weekdays begin with an empty place.
        list = symbols->getWeekdays(count, context, width);
        index += 1;
    }
    if (!list || index < 0 || index >= count) return -1;
    return pf_to_utf8(list[index], out, capacity);
}
