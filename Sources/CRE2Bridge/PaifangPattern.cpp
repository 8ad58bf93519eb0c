#include "PaifangPattern.h"

#include <re2/re2.h>

#include <algorithm>
#include <cstring>
#include <new>
#include <string>

struct PaifangPattern {
    RE2 expression;

    PaifangPattern(const re2::StringPiece &text, const RE2::Options &options) : expression(text, options) {}
};

namespace {

// Bounds the compiled program and the automata that matching builds; RE2's own default is 8 MiB.
constexpr int64_t memory = 1 << 20;

void copy(const std::string &text, char *target, int32_t capacity) {
    if (target == nullptr || capacity <= 0) return;
    const size_t count = std::min(text.size(), static_cast<size_t>(capacity) - 1);
    std::memcpy(target, text.data(), count);
    target[count] = '\0';
}

}  // namespace

PaifangPattern *paifang_pattern_new(const char *pattern, int32_t length, char *message, int32_t capacity) {
    try {
        RE2::Options options;
        options.set_log_errors(false);
        options.set_never_capture(true);
        options.set_max_mem(memory);
        auto *result = new PaifangPattern(re2::StringPiece(pattern, static_cast<size_t>(length)), options);
        if (result->expression.ok()) return result;
        copy(result->expression.error(), message, capacity);
        delete result;
        return nullptr;
    } catch (...) {
        copy("out of memory", message, capacity);
        return nullptr;
    }
}

int32_t paifang_pattern_is_found(const PaifangPattern *pattern, const char *text, int32_t length) {
    try {
        const re2::StringPiece piece(text, static_cast<size_t>(length));
        return pattern->expression.Match(piece, 0, piece.size(), RE2::UNANCHORED, nullptr, 0) ? 1 : 0;
    } catch (...) {
        return -1;
    }
}

void paifang_pattern_free(PaifangPattern *pattern) { delete pattern; }
