// Unicode text: normal forms, transliteration, breaks, widths, domain names.
#ifndef PF_TEXTS_H
#define PF_TEXTS_H

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Normal form C.
int32_t pf_text_nfc(const uint8_t *text, int32_t length, uint8_t *out, int32_t capacity);
/// Normal form D.
int32_t pf_text_nfd(const uint8_t *text, int32_t length, uint8_t *out, int32_t capacity);
/// Compatibility case folding (NFKC_Casefold), then without marks that don't take up space.
int32_t pf_text_fold(const uint8_t *text, int32_t length, uint8_t *out, int32_t capacity);

/// The transliterators that may be used.
typedef enum {
    pf_script_any_to_ascii = 0,
    pf_script_latin_to_ascii = 1,
    pf_script_han_names_to_latin = 2
} pf_script;
int32_t pf_text_transliterate(
    pf_script script, const uint8_t *text, int32_t length, uint8_t *out, int32_t capacity);

/// The offsets in bytes at which a line may end, the end of the text among them.
/// Returns how many; if that is more than `capacity`, only the first were written.
int32_t pf_line_breaks(
    const uint8_t *text, int32_t length, int32_t *offsets, int32_t capacity);

/// How many terminal cells a scalar takes up by itself: 0, 1 or 2; 3 stands for "ambiguous".
int32_t pf_scalar_cells(uint32_t scalar);
/// Whether a scalar is shown as a picture by default.
bool pf_scalar_is_emoji(uint32_t scalar);

/// A domain name as IDNA (UTS 46, nontransitional) has it; -1 when it is no domain name.
int32_t pf_domain_to_ascii(const uint8_t *text, int32_t length, uint8_t *out, int32_t capacity);
int32_t pf_domain_to_unicode(const uint8_t *text, int32_t length, uint8_t *out, int32_t capacity);

#ifdef __cplusplus
}
#endif
#endif
