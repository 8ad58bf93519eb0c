#include "TimeZones.h"

#include <unicode/strenum.h>
#include <unicode/timezone.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace {

// Opening a zone costs microseconds, asking an open one a fraction of that. ICU knows about 640
// names, and any "GMT+hh:mm:ss" besides; beyond the limit zones are opened for one use.
constexpr size_t keptZones = 1000;

using Zone = std::shared_ptr<const icu::TimeZone>;

Zone open(const std::string &name) {
    Zone zone(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(name)));
    if (zone == nullptr || *zone == icu::TimeZone::getUnknown()) return nullptr;
    return zone;
}

Zone find(const std::string &name) {
    static std::mutex lock;
    static std::map<std::string, Zone> kept;
    {
        std::lock_guard<std::mutex> guard(lock);
        const auto place = kept.find(name);
        if (place != kept.end()) return place->second;
    }
    Zone zone = open(name);
    if (zone != nullptr) {
        std::lock_guard<std::mutex> guard(lock);
        if (kept.size() < keptZones) kept.emplace(name, zone);
    }
    return zone;
}

}  // namespace

int32_t paifang_time_zone_offset(const char *name, int32_t length, int64_t milliseconds, int32_t *offset) {
    try {
        const Zone zone = find(std::string(name, static_cast<size_t>(length)));
        if (zone == nullptr) return 0;
        int32_t raw = 0;
        int32_t daylight = 0;
        UErrorCode status = U_ZERO_ERROR;
        zone->getOffset(static_cast<UDate>(milliseconds), false, raw, daylight, status);
        if (U_FAILURE(status)) return -1;
        *offset = raw + daylight;
        return 1;
    } catch (...) {
        return -1;
    }
}

int32_t paifang_time_zone_names(char *names, int32_t capacity) {
    try {
        UErrorCode status = U_ZERO_ERROR;
        const std::unique_ptr<icu::StringEnumeration> all(
            icu::TimeZone::createTimeZoneIDEnumeration(UCAL_ZONE_TYPE_ANY, nullptr, nullptr, status));
        if (U_FAILURE(status) || all == nullptr) return -1;
        std::string text;
        while (const char *name = all->next(nullptr, status)) {
            text += name;
            text += '\n';
        }
        if (U_FAILURE(status)) return -1;
        const auto length = static_cast<int32_t>(text.size());
        text.copy(names, static_cast<size_t>(std::max(0, std::min(length, capacity))));
        return length;
    } catch (...) {
        return -1;
    }
}
