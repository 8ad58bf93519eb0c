// icu::MessageFormat itself, for tests and benchmarks only: message programs must write the same
// bytes. It stays here so that the tests need no C++ target of their own.
#include "internal.hpp"

#include <cstring>
#include <vector>

#include <unicode/curramt.h>
#include <unicode/msgfmt.h>
#include <unicode/numfmt.h>

struct pf_oracle {
    std::unique_ptr<icu::MessageFormat> format;
    std::string zone;
    std::vector<icu::UnicodeString> names;
    std::vector<icu::Formattable> values;
};

/// MessageFormat makes its date formats when it reads the pattern, in the default zone.
static std::mutex defaultZone;

pf_oracle *pf_oracle_make(
    const uint8_t *pattern, int32_t length, const char *tag, const char *zone) {
    std::lock_guard<std::mutex> guard(defaultZone);
    UErrorCode status = U_ZERO_ERROR;
    UParseError where = {};
    icu::Locale locale = icu::Locale::forLanguageTag(tag, status);
    std::unique_ptr<icu::TimeZone> before(icu::TimeZone::createDefault());
    icu::TimeZone::adoptDefault(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(zone)));
    auto made = std::make_unique<pf_oracle>();
    made->format = std::make_unique<icu::MessageFormat>(
        pf_from_utf8(pattern, length), locale, where, status);
    icu::TimeZone::adoptDefault(before.release());
    return U_FAILURE(status) ? nullptr : made.release();
}

void pf_oracle_free(pf_oracle *oracle) {
    delete oracle;
}

void pf_oracle_keep(pf_oracle *oracle, const pf_value *values, int32_t count) {
    oracle->names.clear();
    oracle->values.clear();
    for (int32_t i = 0; i < count; i++) {
        oracle->names.push_back(icu::UnicodeString::fromUTF8(values[i].name));
        switch (values[i].kind) {
            case pf_value_text:
                oracle->values.emplace_back(icu::UnicodeString::fromUTF8(values[i].text));
                break;
            case pf_value_integer:
                oracle->values.emplace_back(values[i].integer);
                break;
            case pf_value_number:
                oracle->values.emplace_back(values[i].number);
                break;
            case pf_value_instant:
                oracle->values.emplace_back(
                    static_cast<UDate>(values[i].integer), icu::Formattable::kIsDate);
                break;
        }
    }
}

int32_t pf_oracle_format_kept(pf_oracle *oracle, uint8_t *out, int32_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString result;
    oracle->format->format(
        oracle->names.data(), oracle->values.data(), static_cast<int32_t>(oracle->values.size()),
        result, status);
    return U_FAILURE(status) ? -1 : pf_to_utf8(result, out, capacity);
}

int32_t pf_oracle_format(
    pf_oracle *oracle, const pf_value *values, int32_t count, uint8_t *out, int32_t capacity) {
    pf_oracle_keep(oracle, values, count);
    return pf_oracle_format_kept(oracle, out, capacity);
}

struct pf_oracle_amount {
    std::unique_ptr<icu::NumberFormat> format;
};

pf_oracle_amount *pf_oracle_money_make(const char *tag, const char *currency) {
    UErrorCode status = U_ZERO_ERROR;
    icu::Locale locale = icu::Locale::forLanguageTag(tag, status);
    auto made = std::make_unique<pf_oracle_amount>();
    made->format.reset(icu::NumberFormat::createCurrencyInstance(locale, status));
    if (U_FAILURE(status)) return nullptr;
    made->format->setCurrency(
        icu::UnicodeString(currency, -1, US_INV).getTerminatedBuffer(), status);
    return U_FAILURE(status) ? nullptr : made.release();
}

void pf_oracle_money_free(pf_oracle_amount *amount) {
    delete amount;
}

int32_t pf_oracle_money_format(
    pf_oracle_amount *amount, double value, uint8_t *out, int32_t capacity) {
    icu::UnicodeString result;
    amount->format->format(value, result);
    return pf_to_utf8(result, out, capacity);
}

int32_t pf_oracle_money(
    const char *tag, const char *decimal, const char *currency, uint8_t *out, int32_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    icu::Locale locale = icu::Locale::forLanguageTag(tag, status);
    std::unique_ptr<icu::NumberFormat> format(
        icu::NumberFormat::createCurrencyInstance(locale, status));
    if (U_FAILURE(status)) return -1;
    format->setCurrency(icu::UnicodeString(currency, -1, US_INV).getTerminatedBuffer(), status);
    icu::UnicodeString result;
    format->format(icu::StringPiece(decimal), result, nullptr, status);
    return U_FAILURE(status) ? -1 : pf_to_utf8(result, out, capacity);
}

int64_t pf_oracle_plural_exception(const char *tag, bool ordinal, int64_t last) {
    UErrorCode status = U_ZERO_ERROR;
    icu::Locale locale = icu::Locale::forLanguageTag(tag, status);
    std::unique_ptr<icu::PluralRules> rules(icu::PluralRules::forLocale(
        locale, ordinal ? UPLURAL_TYPE_ORDINAL : UPLURAL_TYPE_CARDINAL, status));
    if (U_FAILURE(status)) return 0;
    std::vector<icu::UnicodeString> categories;
    for (int32_t number = 900; number < 1000; number++) categories.push_back(rules->select(number));
    for (int64_t number = 1000; number <= last; number++) {
        const auto category = rules->select(static_cast<double>(number));
        if (category != categories[static_cast<size_t>(number % 100)]) return number;
    }
    return -1;
}
