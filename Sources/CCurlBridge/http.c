#include "paifang_http.h"

#define CURL_DISABLE_DEPRECATION
#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>
#include <dlfcn.h>
#include <pthread.h>
#include <string.h>

static struct {
    CURL *(*init)(void);
    CURLcode (*setopt)(CURL *, CURLoption, ...);
    CURLcode (*perform)(CURL *);
    CURLcode (*getinfo)(CURL *, CURLINFO, ...);
    void (*cleanup)(CURL *);
    struct curl_slist *(*append)(struct curl_slist *, const char *);
    void (*free_all)(struct curl_slist *);
    int is_there;
} library;

static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
    void *handle = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
    if (handle == NULL) return;
    CURLcode (*global_init)(long) = (CURLcode (*)(long))dlsym(handle, "curl_global_init");
    library.init = (CURL * (*)(void)) dlsym(handle, "curl_easy_init");
    library.setopt = (CURLcode(*)(CURL *, CURLoption, ...))dlsym(handle, "curl_easy_setopt");
    library.perform = (CURLcode(*)(CURL *))dlsym(handle, "curl_easy_perform");
    library.getinfo = (CURLcode(*)(CURL *, CURLINFO, ...))dlsym(handle, "curl_easy_getinfo");
    library.cleanup = (void (*)(CURL *))dlsym(handle, "curl_easy_cleanup");
    library.append =
        (struct curl_slist * (*)(struct curl_slist *, const char *)) dlsym(handle, "curl_slist_append");
    library.free_all = (void (*)(struct curl_slist *))dlsym(handle, "curl_slist_free_all");
    library.is_there = global_init != NULL && library.init != NULL && library.setopt != NULL
        && library.perform != NULL && library.getinfo != NULL && library.cleanup != NULL
        && library.append != NULL && library.free_all != NULL
        && global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
}

typedef struct {
    uint8_t *start;
    size_t length;
    size_t capacity;
    int is_full;
} answer_body;

static size_t receive(char *bytes, size_t size, size_t count, void *context) {
    answer_body *body = context;
    const size_t length = size * count;
    if (length > body->capacity - body->length) {
        body->is_full = 1;
        return 0;
    }
    memcpy(body->start + body->length, bytes, length);
    body->length += length;
    return length;
}

static paifang_http_result result_of(CURLcode code, const answer_body *body) {
    switch (code) {
    case CURLE_OK: return paifang_http_answered;
    case CURLE_OPERATION_TIMEDOUT: return paifang_http_too_slow;
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_URL_MALFORMAT: return paifang_http_bad_address;
    case CURLE_WRITE_ERROR: return body->is_full ? paifang_http_too_long : paifang_http_unreachable;
    case CURLE_FILESIZE_EXCEEDED: return paifang_http_too_long;
    default: return paifang_http_unreachable;
    }
}

paifang_http_answer paifang_http_post(
    const char *address, int32_t is_direct, const char *const *headers, int32_t header_count,
    const uint8_t *body, int32_t body_length, int32_t connect_milliseconds, int32_t all_milliseconds,
    uint8_t *buffer, int32_t capacity) {
    paifang_http_answer answer = {paifang_http_no_library, 0, 0};
    pthread_once(&once, load);
    if (!library.is_there) return answer;
    CURL *handle = library.init();
    if (handle == NULL) return answer;
    answer_body received = {buffer, 0, capacity < 0 ? 0 : (size_t)capacity, 0};
    // "Expect" would cost a round trip before each body.
    struct curl_slist *lines = library.append(NULL, "Expect:");
    for (int32_t index = 0; index < header_count && lines != NULL; index++) {
        struct curl_slist *longer = library.append(lines, headers[index]);
        if (longer == NULL) library.free_all(lines);
        lines = longer;
    }
    const long protocols = CURLPROTO_HTTP | CURLPROTO_HTTPS;
    CURLcode code = lines == NULL ? CURLE_OUT_OF_MEMORY : CURLE_OK;
#define SET(option, value) if (code == CURLE_OK) code = library.setopt(handle, option, value)
    SET(CURLOPT_URL, address);
    SET(CURLOPT_PROTOCOLS, protocols);
    SET(CURLOPT_FOLLOWLOCATION, 0L);
    SET(CURLOPT_NOSIGNAL, 1L);
    SET(CURLOPT_CONNECTTIMEOUT_MS, (long)connect_milliseconds);
    SET(CURLOPT_TIMEOUT_MS, (long)all_milliseconds);
    SET(CURLOPT_POST, 1L);
    SET(CURLOPT_POSTFIELDS, (const char *)body);
    SET(CURLOPT_POSTFIELDSIZE, (long)body_length);
    SET(CURLOPT_HTTPHEADER, lines);
    SET(CURLOPT_WRITEFUNCTION, receive);
    SET(CURLOPT_WRITEDATA, &received);
    if (is_direct != 0) { SET(CURLOPT_PROXY, ""); }
#undef SET
    if (code == CURLE_OK) code = library.perform(handle);
    answer.result = result_of(code, &received);
    if (answer.result == paifang_http_answered) {
        long status = 0;
        library.getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
        answer.status = (int32_t)status;
        answer.length = (int32_t)received.length;
    }
    library.cleanup(handle);
    library.free_all(lines);
    return answer;
}
