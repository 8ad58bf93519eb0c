// A plain C face for the one thing we ask of libcurl: one POST, with an end in time and size.
//
// libcurl is loaded at the first request: it costs a process 8 ms to start with it, and most never need it.
#ifndef PAIFANG_HTTP_H
#define PAIFANG_HTTP_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum paifang_http_result : int32_t {
    // An answer came; its status may be anything.
    paifang_http_answered = 0,
    // libcurl is not on this machine, or too old.
    paifang_http_no_library = 1,
    // The address can't be used.
    paifang_http_bad_address = 2,
    // Nobody answered: no such host, refused, broken off, the certificate is not trusted.
    paifang_http_unreachable = 3,
    // No answer in time.
    paifang_http_too_slow = 4,
    // The answer was longer than the buffer.
    paifang_http_too_long = 5,
} paifang_http_result;

typedef struct paifang_http_answer {
    paifang_http_result result;
    // The status of HTTP, such as 200; 0 unless answered.
    int32_t status;
    // How many bytes of the buffer were written.
    int32_t length;
} paifang_http_answer;

// Posts `body_length` bytes to an address and writes the body of the answer into `buffer` of `capacity` bytes.
// Only http and https, no redirects, no cookies. `headers` are `header_count` lines, each NUL-terminated,
// "Name: value". `is_direct` leaves out any proxy. Times are in milliseconds, the longer one for all of it.
// Blocks; safe to call from several threads at once. Nothing is kept, and nothing has to be freed.
paifang_http_answer paifang_http_post(
    const char *address, int32_t is_direct, const char *const *headers, int32_t header_count,
    const uint8_t *body, int32_t body_length, int32_t connect_milliseconds, int32_t all_milliseconds,
    uint8_t *buffer, int32_t capacity);

#ifdef __cplusplus
}
#endif

#endif
