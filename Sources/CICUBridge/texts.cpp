#include "internal.hpp"

#include <unicode/brkiter.h>
#include <unicode/idna.h>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>

icu::UnicodeString pf_from_utf8(const uint8_t *text, int32_t length) {
    return icu::UnicodeString::fromUTF8(
        icu::StringPiece(reinterpret_cast<const char *>(text), length));
}

int32_t pf_to_utf8(const icu::UnicodeString &text, uint8_t *out, int32_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    int32_t length = 0;
    u_strToUTF8WithSub(
        reinterpret_cast<char *>(out), capacity, &length, text.getBuffer(), text.length(), 0xFFFD,
        nullptr, &status);
    // An overflow is told by the length.
    if (U_FAILURE(status) && status != U_BUFFER_OVERFLOW_ERROR) return -1;
    return length;
}

static int32_t normalize(
    const icu::Normalizer2 *form, const uint8_t *text, int32_t length, uint8_t *out,
    int32_t capacity, UErrorCode status) {
    if (U_FAILURE(status)) return -1;
    icu::UnicodeString result = form->normalize(pf_from_utf8(text, length), status);
    return U_FAILURE(status) ? -1 : pf_to_utf8(result, out, capacity);
}

int32_t pf_text_nfc(const uint8_t *text, int32_t length, uint8_t *out, int32_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2 *form = icu::Normalizer2::getNFCInstance(status);
    return normalize(form, text, length, out, capacity, status);
}

int32_t pf_text_nfd(const uint8_t *text, int32_t length, uint8_t *out, int32_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2 *form = icu::Normalizer2::getNFDInstance(status);
    return normalize(form, text, length, out, capacity, status);
}

int32_t pf_text_fold(const uint8_t *text, int32_t length, uint8_t *out, int32_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2 *fold = icu::Normalizer2::getNFKCCasefoldInstance(status);
    const icu::Normalizer2 *apart = icu::Normalizer2::getNFDInstance(status);
    const icu::Normalizer2 *together = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status)) return -1;
    icu::UnicodeString folded = fold->normalize(pf_from_utf8(text, length), status);
    icu::UnicodeString marked = apart->normalize(folded, status);
    icu::UnicodeString bare;
    for (int32_t i = 0; i < marked.length();) {
        UChar32 scalar = marked.char32At(i);
        i += U16_LENGTH(scalar);
        if (u_charType(scalar) != U_NON_SPACING_MARK) bare.append(scalar);
    }
    icu::UnicodeString result = together->normalize(bare, status);
    return U_FAILURE(status) ? -1 : pf_to_utf8(result, out, capacity);
}

int32_t pf_text_transliterate(
    pf_script script, const uint8_t *text, int32_t length, uint8_t *out, int32_t capacity) {
    static const char *const names[] = {"Any-Latin; Latin-ASCII", "Latin-ASCII", "Han-Latin/Names"};
    static std::mutex mutex;
    static std::unique_ptr<icu::Transliterator> made[3];
    if (script < 0 || script > 2) return -1;
    icu::UnicodeString work = pf_from_utf8(text, length);
    {
        // Made lazily, since the tables of Any-Latin are large; locked, since ICU keeps state inside.
        std::lock_guard<std::mutex> guard(mutex);
        if (!made[script]) {
            UErrorCode status = U_ZERO_ERROR;
            made[script].reset(icu::Transliterator::createInstance(
                icu::UnicodeString(names[script], -1, US_INV), UTRANS_FORWARD, status));
            if (U_FAILURE(status)) made[script].reset();
        }
        if (!made[script]) return -1;
        made[script]->transliterate(work);
    }
    return pf_to_utf8(work, out, capacity);
}

int32_t pf_line_breaks(
    const uint8_t *text, int32_t length, int32_t *offsets, int32_t capacity) {
    static std::mutex mutex;
    static std::unique_ptr<icu::BreakIterator> original;
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> lines;
    {
        // Reading the rules is what costs; a clone is cheap.
        std::lock_guard<std::mutex> guard(mutex);
        if (!original) {
            original.reset(
                icu::BreakIterator::createLineInstance(icu::Locale::getRoot(), status));
            if (U_FAILURE(status)) {
                original.reset();
                return -1;
            }
        }
        lines.reset(original->clone());
    }
    UText utext = UTEXT_INITIALIZER;
    utext_openUTF8(&utext, reinterpret_cast<const char *>(text), length, &status);
    if (U_FAILURE(status) || !lines) return -1;
    lines->setText(&utext, status);
    int32_t count = 0;
    if (U_SUCCESS(status)) {
        lines->first();
        for (int32_t at = lines->next(); at != icu::BreakIterator::DONE; at = lines->next()) {
            if (count < capacity) offsets[count] = at;
            count += 1;
        }
    }
    utext_close(&utext);
    return U_FAILURE(status) ? -1 : count;
}

int32_t pf_scalar_cells(uint32_t scalar) {
    UChar32 point = static_cast<UChar32>(scalar);
    switch (u_charType(point)) {
        case U_NON_SPACING_MARK:
        case U_ENCLOSING_MARK:
        case U_CONTROL_CHAR:
        case U_LINE_SEPARATOR:
        case U_PARAGRAPH_SEPARATOR:
            return 0;
        case U_FORMAT_CHAR:
            // The soft hyphen is the one format character that terminals show.
            if (scalar != 0xAD) return 0;
            break;
        default:
            break;
    }
    switch (u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH)) {
        case U_EA_FULLWIDTH:
        case U_EA_WIDE:
            return 2;
        case U_EA_AMBIGUOUS:
            return 3;
        default:
            return 1;
    }
}

bool pf_scalar_is_emoji(uint32_t scalar) {
    return u_hasBinaryProperty(static_cast<UChar32>(scalar), UCHAR_EMOJI_PRESENTATION);
}

static int32_t domain(
    bool ascii, const uint8_t *text, int32_t length, uint8_t *out, int32_t capacity) {
    static std::mutex mutex;
    static std::unique_ptr<icu::IDNA> made;
    UErrorCode status = U_ZERO_ERROR;
    {
        std::lock_guard<std::mutex> guard(mutex);
        if (!made) {
            made.reset(icu::IDNA::createUTS46Instance(
                UIDNA_USE_STD3_RULES | UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ
                    | UIDNA_NONTRANSITIONAL_TO_ASCII | UIDNA_NONTRANSITIONAL_TO_UNICODE,
                status));
            if (U_FAILURE(status)) {
                made.reset();
                return -1;
            }
        }
    }
    icu::UnicodeString result;
    icu::IDNAInfo info;
    icu::UnicodeString name = pf_from_utf8(text, length);
    if (ascii) {
        made->nameToASCII(name, result, info, status);
    } else {
        made->nameToUnicode(name, result, info, status);
    }
    return U_FAILURE(status) || info.hasErrors() ? -1 : pf_to_utf8(result, out, capacity);
}

int32_t pf_domain_to_ascii(const uint8_t *text, int32_t length, uint8_t *out, int32_t capacity) {
    return domain(true, text, length, out, capacity);
}

int32_t pf_domain_to_unicode(const uint8_t *text, int32_t length, uint8_t *out, int32_t capacity) {
    return domain(false, text, length, out, capacity);
}
