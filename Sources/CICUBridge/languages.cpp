#include "internal.hpp"

#include <cstring>
#include <vector>

#include <unicode/decimfmt.h>
#include <unicode/numfmt.h>

using icu::number::FormattedNumber;
using icu::number::LocalizedNumberFormatter;
using icu::number::NumberFormatter;

pf_language *pf_language_make(const char *tag) {
    UErrorCode status = U_ZERO_ERROR;
    icu::Locale locale = icu::Locale::forLanguageTag(tag, status);
    const bool isKnown = U_SUCCESS(status) && !locale.isBogus();
    return new pf_language(isKnown ? locale : icu::Locale::getRoot());
}

void pf_language_free(pf_language *language) {
    delete language;
}

// MARK: - Numbers

static icu::NumberFormat *makeFormat(const icu::Locale &locale, int style, UErrorCode &status) {
    if (style == pf_style_percent) return icu::NumberFormat::createPercentInstance(locale, status);
    icu::NumberFormat *format = icu::NumberFormat::createInstance(locale, status);
    if (U_SUCCESS(status) && style == pf_style_integer) format->setMaximumFractionDigits(0);
    return format;
}

/// The number format that icu::MessageFormat would use, in its form that threads may share.
static const LocalizedNumberFormatter *numbers(pf_language *language, int style) {
    if (style < 0 || style > 2) return nullptr;
    std::lock_guard<std::mutex> guard(language->making);
    auto &slot = language->numbers[style];
    if (!slot) {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::NumberFormat> format(makeFormat(language->locale, style, status));
        auto *decimal = dynamic_cast<icu::DecimalFormat *>(format.get());
        if (U_FAILURE(status) || !decimal) return nullptr;
        const LocalizedNumberFormatter *shared = decimal->toNumberFormatter(status);
        if (U_FAILURE(status) || !shared) return nullptr;
        slot = std::make_unique<LocalizedNumberFormatter>(*shared);
    }
    return slot.get();
}

static int32_t text(
    const FormattedNumber &formatted, UErrorCode &status, uint8_t *out, int32_t capacity) {
    icu::UnicodeString result = formatted.toTempString(status);
    return U_FAILURE(status) ? -1 : pf_to_utf8(result, out, capacity);
}

int32_t pf_format_integer(
    pf_language *language, pf_number_style style, int64_t value, uint8_t *out, int32_t capacity) {
    const LocalizedNumberFormatter *format = numbers(language, style);
    if (!format) return -1;
    UErrorCode status = U_ZERO_ERROR;
    return text(format->formatInt(value, status), status, out, capacity);
}

int32_t pf_format_double(
    pf_language *language, pf_number_style style, double value, uint8_t *out, int32_t capacity) {
    const LocalizedNumberFormatter *format = numbers(language, style);
    if (!format) return -1;
    UErrorCode status = U_ZERO_ERROR;
    return text(format->formatDouble(value, status), status, out, capacity);
}

int32_t pf_grouping_separator(pf_language *language, uint8_t *out, int32_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    icu::DecimalFormatSymbols symbols(language->locale, status);
    if (U_FAILURE(status)) return -1;
    return pf_to_utf8(
        symbols.getConstSymbol(icu::DecimalFormatSymbols::kGroupingSeparatorSymbol), out, capacity);
}

int32_t pf_format_money(
    pf_language *language, const char *decimal, const char *currency, uint8_t *out,
    int32_t capacity) {
    const LocalizedNumberFormatter *format = nullptr;
    {
        std::lock_guard<std::mutex> guard(language->making);
        auto found = language->currencies.find(currency);
        if (found != language->currencies.end()) {
            format = found->second.get();
        } else {
            // Whoever makes up currencies must not fill the memory.
            if (language->currencies.size() > 512 || std::strlen(currency) != 3) return -1;
            for (int i = 0; i < 3; i++) {
                if (currency[i] < 'A' || currency[i] > 'Z') return -1;
            }
            UErrorCode status = U_ZERO_ERROR;
            icu::CurrencyUnit unit(icu::UnicodeString(currency, 3, US_INV).getTerminatedBuffer(), status);
            if (U_FAILURE(status)) return -1;
            auto made = std::make_unique<LocalizedNumberFormatter>(
                NumberFormatter::withLocale(language->locale).unit(unit));
            format = made.get();
            language->currencies[currency] = std::move(made);
        }
    }
    UErrorCode status = U_ZERO_ERROR;
    return text(format->formatDecimal(decimal, status), status, out, capacity);
}

struct pf_number {
    LocalizedNumberFormatter format;
};

pf_number *pf_number_make(pf_language *language, const uint8_t *skeleton, int32_t length) {
    UErrorCode status = U_ZERO_ERROR;
    UParseError where = {};
    auto unlocalized = NumberFormatter::forSkeleton(pf_from_utf8(skeleton, length), where, status);
    if (U_FAILURE(status)) return nullptr;
    auto made = std::make_unique<pf_number>(pf_number{unlocalized.locale(language->locale)});
    // Some skeletons are only refused when they are first used.
    made->format.formatInt(1, status);
    return U_FAILURE(status) ? nullptr : made.release();
}

void pf_number_free(pf_number *number) {
    delete number;
}

int32_t pf_number_integer(const pf_number *number, int64_t value, uint8_t *out, int32_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    return text(number->format.formatInt(value, status), status, out, capacity);
}

int32_t pf_number_double(const pf_number *number, double value, uint8_t *out, int32_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    return text(number->format.formatDouble(value, status), status, out, capacity);
}

// MARK: - Plurals

static const icu::PluralRules *plurals(pf_language *language, bool ordinal) {
    std::lock_guard<std::mutex> guard(language->making);
    auto &slot = language->plurals[ordinal ? 1 : 0];
    if (!slot) {
        UErrorCode status = U_ZERO_ERROR;
        slot.reset(icu::PluralRules::forLocale(
            language->locale, ordinal ? UPLURAL_TYPE_ORDINAL : UPLURAL_TYPE_CARDINAL, status));
        if (U_FAILURE(status)) slot.reset();
    }
    return slot.get();
}

static int32_t category(const icu::UnicodeString &keyword) {
    static const char16_t *const keywords[] = {u"zero", u"one", u"two", u"few", u"many"};
    for (int32_t i = 0; i < 5; i++) {
        if (keyword == icu::UnicodeString(true, keywords[i], -1)) return i;
    }
    return pf_plural_other;
}

int32_t pf_plural_of_integer(pf_language *language, bool ordinal, int64_t value) {
    const icu::PluralRules *rules = plurals(language, ordinal);
    if (!rules) return pf_plural_other;
    return category(rules->select(static_cast<double>(value)));
}

static int32_t shownCategory(
    const icu::PluralRules *rules, const FormattedNumber &shown, UErrorCode status) {
    if (!rules || U_FAILURE(status)) return pf_plural_other;
    icu::UnicodeString keyword = rules->select(shown, status);
    return U_FAILURE(status) ? static_cast<int32_t>(pf_plural_other) : category(keyword);
}

int32_t pf_plural_of_shown(
    pf_language *language, bool ordinal, pf_number_style style, double value) {
    const LocalizedNumberFormatter *format = numbers(language, style);
    if (!format) return pf_plural_other;
    UErrorCode status = U_ZERO_ERROR;
    FormattedNumber shown = format->formatDouble(value, status);
    return shownCategory(plurals(language, ordinal), shown, status);
}

int32_t pf_plural_of_shown_integer(
    pf_language *language, bool ordinal, pf_number_style style, int64_t value) {
    const LocalizedNumberFormatter *format = numbers(language, style);
    if (!format) return pf_plural_other;
    UErrorCode status = U_ZERO_ERROR;
    FormattedNumber shown = format->formatInt(value, status);
    return shownCategory(plurals(language, ordinal), shown, status);
}

int32_t pf_plural_of_double(pf_language *language, bool ordinal, double value) {
    const icu::PluralRules *rules = plurals(language, ordinal);
    return rules ? category(rules->select(value)) : static_cast<int32_t>(pf_plural_other);
}
