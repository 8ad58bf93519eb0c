#include "internal.hpp"

#include <shared_mutex>
#include <unordered_map>

#include <unicode/basictz.h>

const icu::TimeZone *pf_zone(const char *zone) {
    // Bounded by the zones that ICU knows: about 640.
    static std::shared_mutex mutex;
    static std::unordered_map<std::string, std::unique_ptr<icu::TimeZone>> known;
    std::string name(zone);
    {
        std::shared_lock<std::shared_mutex> reading(mutex);
        auto found = known.find(name);
        if (found != known.end()) return found->second.get();
    }
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString canonical;
    UBool isSystem = false;
    icu::UnicodeString id = icu::UnicodeString::fromUTF8(name);
    icu::TimeZone::getCanonicalID(id, canonical, isSystem, status);
    if (U_FAILURE(status) || !isSystem) return nullptr;
    std::unique_ptr<icu::TimeZone> made(icu::TimeZone::createTimeZone(id));
    if (!made || *made == icu::TimeZone::getUnknown()) return nullptr;
    std::unique_lock<std::shared_mutex> writing(mutex);
    auto &slot = known[name];
    if (!slot) slot = std::move(made);
    return slot.get();
}

bool pf_zone_exists(const char *zone) {
    return pf_zone(zone) != nullptr;
}

bool pf_zone_offset(const char *zone, int64_t instant, int32_t *offset) {
    const icu::TimeZone *found = pf_zone(zone);
    if (!found) return false;
    UErrorCode status = U_ZERO_ERROR;
    int32_t raw = 0;
    int32_t daylight = 0;
    found->getOffset(static_cast<UDate>(instant), false, raw, daylight, status);
    *offset = raw + daylight;
    return U_SUCCESS(status);
}

bool pf_zone_offset_of_local(const char *zone, int64_t local, int32_t *offset) {
    const icu::TimeZone *found = pf_zone(zone);
    if (!found) return false;
    UErrorCode status = U_ZERO_ERROR;
    int32_t raw = 0;
    int32_t daylight = 0;
    const auto *basic = dynamic_cast<const icu::BasicTimeZone *>(found);
    if (!basic) return false;
    basic->getOffsetFromLocal(
        static_cast<UDate>(local), UCAL_TZ_LOCAL_FORMER, UCAL_TZ_LOCAL_FORMER, raw, daylight,
        status);
    *offset = raw + daylight;
    return U_SUCCESS(status);
}
