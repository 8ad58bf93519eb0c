// icu::MessageFormat as it is: what tests and benchmarks compare message programs with.
// Nothing in the product calls these.
#ifndef PF_ORACLE_H
#define PF_ORACLE_H

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// The type of an argument's value.
typedef enum {
    pf_value_text = 0,
    pf_value_integer = 1,
    pf_value_number = 2,
    pf_value_instant = 3
} pf_value_kind;

/// A named argument.
typedef struct {
    const char *name;
    pf_value_kind kind;
    const char *text;
    int64_t integer;
    double number;
} pf_value;

typedef struct pf_oracle pf_oracle;

/// A kept icu::MessageFormat, which writes times in `zone`. Not to be shared between threads.
pf_oracle *pf_oracle_make(
    const uint8_t *pattern, int32_t length, const char *tag, const char *zone);
void pf_oracle_free(pf_oracle *oracle);
int32_t pf_oracle_format(
    pf_oracle *oracle, const pf_value *values, int32_t count, uint8_t *out, int32_t capacity);

/// For measuring: keeps the arguments, so that only formatting is left.
void pf_oracle_keep(pf_oracle *oracle, const pf_value *values, int32_t count);
int32_t pf_oracle_format_kept(pf_oracle *oracle, uint8_t *out, int32_t capacity);

/// A kept currency format, for measuring.
typedef struct pf_oracle_amount pf_oracle_amount;
pf_oracle_amount *pf_oracle_money_make(const char *tag, const char *currency);
void pf_oracle_money_free(pf_oracle_amount *amount);
int32_t pf_oracle_money_format(
    pf_oracle_amount *amount, double value, uint8_t *out, int32_t capacity);

/// An amount by icu::NumberFormat's currency instance.
int32_t pf_oracle_money(
    const char *tag, const char *decimal, const char *currency, uint8_t *out, int32_t capacity);

/// The first whole number from 1,000 to `last` whose plural category, by icu::PluralRules, is not that
/// of `900 + number % 100`; -1 where there is none.
int64_t pf_oracle_plural_exception(const char *tag, bool ordinal, int64_t last);

#ifdef __cplusplus
}
#endif
#endif
