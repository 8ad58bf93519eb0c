#include "internal.hpp"

#include <vector>

#include <unicode/uloc.h>

int32_t pf_format_list(
    pf_language *language, const uint8_t *const *items, const int32_t *lengths, int32_t count,
    uint8_t *out, int32_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::ListFormatter *lists = nullptr;
    {
        std::lock_guard<std::mutex> guard(language->making);
        if (!language->lists) {
            language->lists.reset(icu::ListFormatter::createInstance(
                language->locale, ULISTFMT_TYPE_AND, ULISTFMT_WIDTH_WIDE, status));
            if (U_FAILURE(status)) language->lists.reset();
        }
        lists = language->lists.get();
    }
    if (!lists) return -1;
    std::vector<icu::UnicodeString> texts;
    texts.reserve(static_cast<size_t>(count));
    for (int32_t i = 0; i < count; i++) texts.push_back(pf_from_utf8(items[i], lengths[i]));
    icu::UnicodeString result;
    lists->format(texts.data(), count, result, status);
    return U_FAILURE(status) ? -1 : pf_to_utf8(result, out, capacity);
}

static const icu::LocaleDisplayNames *names(pf_language *language) {
    std::lock_guard<std::mutex> guard(language->making);
    if (!language->names) {
        UDisplayContext contexts[] = {
            UDISPCTX_CAPITALIZATION_FOR_UI_LIST_OR_MENU, UDISPCTX_NO_SUBSTITUTE};
        language->names.reset(
            icu::LocaleDisplayNames::createInstance(language->locale, contexts, 2));
    }
    return language->names.get();
}

int32_t pf_region_name(pf_language *language, const char *code, uint8_t *out, int32_t capacity) {
    const icu::LocaleDisplayNames *found = names(language);
    if (!found) return -1;
    icu::UnicodeString result;
    found->regionDisplayName(code, result);
    return result.isBogus() || result.isEmpty() ? -1 : pf_to_utf8(result, out, capacity);
}

int32_t pf_language_name(pf_language *language, const char *tag, uint8_t *out, int32_t capacity) {
    const icu::LocaleDisplayNames *found = names(language);
    UErrorCode status = U_ZERO_ERROR;
    icu::Locale locale = icu::Locale::forLanguageTag(tag, status);
    if (!found || U_FAILURE(status)) return -1;
    icu::UnicodeString result;
    found->localeDisplayName(locale, result);
    return result.isBogus() || result.isEmpty() ? -1 : pf_to_utf8(result, out, capacity);
}

int32_t pf_region_codes(uint8_t *out, int32_t capacity) {
    icu::UnicodeString codes;
    for (const char *const *code = uloc_getISOCountries(); *code; code++) {
        codes.append(icu::UnicodeString(*code, -1, US_INV)).append(u' ');
    }
    return pf_to_utf8(codes, out, capacity);
}

int32_t pf_compare(
    pf_language *language, const uint8_t *left, int32_t left_length, const uint8_t *right,
    int32_t right_length) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Collator *order = nullptr;
    {
        std::lock_guard<std::mutex> guard(language->making);
        if (!language->order) {
            language->order.reset(icu::Collator::createInstance(language->locale, status));
            if (U_FAILURE(status)) language->order.reset();
        }
        order = language->order.get();
    }
    if (!order) return 0;
    return order->compareUTF8(
        icu::StringPiece(reinterpret_cast<const char *>(left), left_length),
        icu::StringPiece(reinterpret_cast<const char *>(right), right_length), status);
}
