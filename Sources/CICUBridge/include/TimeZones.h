#ifndef PAIFANG_TIME_ZONES_H
#define PAIFANG_TIME_ZONES_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// The offset from UTC, in milliseconds, that a time zone has at a moment.
///
/// `name` is an IANA name ("Europe/Prague") of `length` bytes of UTF-8; `milliseconds` counts since
/// 1970-01-01T00:00:00Z. Returns 1 and writes `offset`; 0 where there is no such zone; -1 on failure.
/// Nothing is to be freed. May be called by several threads at once.
int32_t paifang_time_zone_offset(const char *name, int32_t length, int64_t milliseconds, int32_t *offset);

/// Writes the names of all time zones, such as "Europe/Prague", each followed by a line end.
///
/// At most `capacity` bytes are written to `names`; returns how many there are, or -1 on failure. Nothing
/// is to be freed. May be called by several threads at once.
int32_t paifang_time_zone_names(char *names, int32_t capacity);

#ifdef __cplusplus
}
#endif

#endif
