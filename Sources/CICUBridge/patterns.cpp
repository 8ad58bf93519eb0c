#include "internal.hpp"

#include <unicode/messagepattern.h>

namespace {
/// Turns UTF-16 indexes, asked for in rising order, into UTF-8 offsets.
class Offsets {
  public:
    explicit Offsets(const icu::UnicodeString &text) : text(text) {}

    int32_t operator()(int32_t wanted) {
        if (wanted < index) {
            index = 0;
            offset = 0;
        }
        while (index < wanted) {
            UChar32 scalar = text.char32At(index);
            index += U16_LENGTH(scalar);
            offset += U8_LENGTH(scalar);
        }
        return offset;
    }

  private:
    const icu::UnicodeString &text;
    int32_t index = 0;
    int32_t offset = 0;
};
}  // namespace

int32_t pf_pattern_parse(
    const uint8_t *text, int32_t length, pf_part *parts, int32_t capacity, int32_t *error) {
    // Reused, since making the lists of parts costs more than filling them.
    static thread_local std::unique_ptr<icu::MessagePattern> reader;
    UErrorCode status = U_ZERO_ERROR;
    *error = 0;
    if (!reader) {
        reader = std::make_unique<icu::MessagePattern>(UMSGPAT_APOS_DOUBLE_OPTIONAL, status);
    }
    icu::UnicodeString pattern = pf_from_utf8(text, length);
    UParseError where = {};
    reader->parse(pattern, &where, status);
    Offsets offsets(pattern);
    if (U_FAILURE(status)) {
        if (where.offset > 0 && where.offset <= pattern.length()) *error = offsets(where.offset);
        return -1;
    }
    const int32_t count = reader->countParts();
    if (count > capacity) return count;
    for (int32_t i = 0; i < count; i++) {
        const icu::MessagePattern::Part &part = reader->getPart(i);
        pf_part &result = parts[i];
        result.kind = part.getType();
        result.offset = offsets(part.getIndex());
        // A copy, since the next part may begin before this one's end.
        Offsets ahead = offsets;
        result.length = ahead(part.getLimit()) - result.offset;
        result.value = part.getType() == UMSGPAT_PART_TYPE_ARG_START ? part.getArgType() : 0;
        result.limit = reader->getLimitPartIndex(i);
        result.number = UMessagePatternPartType(part.getType()) == UMSGPAT_PART_TYPE_ARG_INT
                || part.getType() == UMSGPAT_PART_TYPE_ARG_DOUBLE
            ? reader->getNumericValue(part)
            : 0;
    }
    return count;
}
