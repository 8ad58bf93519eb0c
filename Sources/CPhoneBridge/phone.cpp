#include "CPhoneBridge.h"

#include <cstring>
#include <string>

#include <phonenumbers/phonenumber.pb.h>
#include <phonenumbers/phonenumberutil.h>

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

namespace {

paifang_phone_status status_of(PhoneNumberUtil::ErrorType error, bool has_region) {
    switch (error) {
    case PhoneNumberUtil::NO_PARSING_ERROR: return paifang_phone_possible;
    case PhoneNumberUtil::INVALID_COUNTRY_CODE_ERROR:
        return has_region ? paifang_phone_invalid_country_code : paifang_phone_no_country_code;
    case PhoneNumberUtil::NOT_A_NUMBER: return paifang_phone_unreadable;
    case PhoneNumberUtil::TOO_SHORT_AFTER_IDD:
    case PhoneNumberUtil::TOO_SHORT_NSN: return paifang_phone_too_short;
    case PhoneNumberUtil::TOO_LONG_NSN: return paifang_phone_too_long;
    }
    return paifang_phone_unreadable;
}

paifang_phone_status status_of(PhoneNumberUtil::ValidationResult result) {
    switch (result) {
    case PhoneNumberUtil::IS_POSSIBLE: return paifang_phone_possible;
    case PhoneNumberUtil::IS_POSSIBLE_LOCAL_ONLY: return paifang_phone_no_area_code;
    case PhoneNumberUtil::INVALID_COUNTRY_CODE: return paifang_phone_invalid_country_code;
    case PhoneNumberUtil::TOO_SHORT: return paifang_phone_too_short;
    case PhoneNumberUtil::TOO_LONG: return paifang_phone_too_long;
    case PhoneNumberUtil::INVALID_LENGTH: return paifang_phone_impossible;
    }
    return paifang_phone_impossible;
}

paifang_phone_line line_of(PhoneNumberUtil::PhoneNumberType type) {
    switch (type) {
    case PhoneNumberUtil::MOBILE: return paifang_phone_line_mobile;
    case PhoneNumberUtil::FIXED_LINE: return paifang_phone_line_landline;
    case PhoneNumberUtil::TOLL_FREE:
    case PhoneNumberUtil::PREMIUM_RATE:
    case PhoneNumberUtil::SHARED_COST:
    case PhoneNumberUtil::PAGER:
    case PhoneNumberUtil::UAN:
    case PhoneNumberUtil::VOICEMAIL: return paifang_phone_line_other;
    // Internet telephony and personal numbers ring anywhere, so nothing is certain about them.
    default: return paifang_phone_line_unsure;
    }
}

// Gives the bytes written, without the terminator; nothing is written unless all of it fits.
int32_t copy(const std::string &text, char *buffer, int32_t capacity) {
    if (capacity < 1 || text.size() + 1 > static_cast<size_t>(capacity)) return 0;
    std::memcpy(buffer, text.c_str(), text.size() + 1);
    return static_cast<int32_t>(text.size());
}

}  // namespace

paifang_phone_reading paifang_phone_read(const char *text, int32_t length, const char *region) {
    paifang_phone_reading reading = {};
    reading.status = paifang_phone_unreadable;
    try {
        PhoneNumberUtil &util = *PhoneNumberUtil::GetInstance();
        // "ZZ" is libphonenumber's name for "no region".
        const std::string from = region == nullptr ? "ZZ" : region;
        PhoneNumber number;
        const std::string typed(text, length < 0 ? 0 : static_cast<size_t>(length));
        // It answers INVALID_COUNTRY_CODE to a missing code and to a wrong one alike.
        const bool has_plus = typed.find('+') != std::string::npos;
        reading.status = status_of(
            util.Parse(typed, from, &number), has_plus || util.GetCountryCodeForRegion(from) != 0);
        if (reading.status != paifang_phone_possible) return reading;
        reading.status = status_of(util.IsPossibleNumberWithReason(number));
        if (reading.status != paifang_phone_possible) return reading;
        std::string written;
        util.Format(number, PhoneNumberUtil::E164, &written);
        if (copy(written, reading.e164, sizeof reading.e164) == 0) {
            reading.status = paifang_phone_too_long;
            return reading;
        }
        reading.line = line_of(util.GetNumberType(number));
    } catch (...) {
        reading = {};
        reading.status = paifang_phone_unreadable;
    }
    return reading;
}

int32_t paifang_phone_display(
    const char *text, int32_t length, char *buffer, int32_t capacity) {
    try {
        const PhoneNumberUtil &util = *PhoneNumberUtil::GetInstance();
        PhoneNumber number;
        const std::string typed(text, length < 0 ? 0 : static_cast<size_t>(length));
        if (util.Parse(typed, "ZZ", &number) != PhoneNumberUtil::NO_PARSING_ERROR) return 0;
        if (util.IsPossibleNumberWithReason(number) != PhoneNumberUtil::IS_POSSIBLE) return 0;
        std::string written;
        util.Format(number, PhoneNumberUtil::INTERNATIONAL, &written);
        return copy(written, buffer, capacity);
    } catch (...) {
        return 0;
    }
}

int32_t paifang_phone_calling_code(const char *region) {
    try {
        return PhoneNumberUtil::GetInstance()->GetCountryCodeForRegion(region);
    } catch (...) {
        return 0;
    }
}

int32_t paifang_phone_example(const char *region, int32_t is_mobile, char *buffer, int32_t capacity) {
    try {
        const PhoneNumberUtil &util = *PhoneNumberUtil::GetInstance();
        PhoneNumber number;
        const auto type = is_mobile != 0 ? PhoneNumberUtil::MOBILE : PhoneNumberUtil::FIXED_LINE;
        if (!util.GetExampleNumberForType(region, type, &number)) return 0;
        std::string written;
        util.Format(number, PhoneNumberUtil::INTERNATIONAL, &written);
        return copy(written, buffer, capacity);
    } catch (...) {
        return 0;
    }
}
