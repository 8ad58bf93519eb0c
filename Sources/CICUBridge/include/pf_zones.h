// Time zones of the IANA database, as ICU knows them.
#ifndef PF_ZONES_H
#define PF_ZONES_H

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Whether ICU knows the zone, such as `Asia/Shanghai`; custom offsets such as `GMT+8` are not known.
bool pf_zone_exists(const char *zone);

/// The zone's offset from UTC in milliseconds at an instant (milliseconds since 1970-01-01T00:00Z).
/// False when the zone is unknown.
bool pf_zone_offset(const char *zone, int64_t instant, int32_t *offset);

/// The offset that belongs to a local time, given as if it were UTC. Of a local time that exists
/// twice the earlier is taken; one that is skipped is read with the offset from before the change.
bool pf_zone_offset_of_local(const char *zone, int64_t local, int32_t *offset);

#ifdef __cplusplus
}
#endif
#endif
