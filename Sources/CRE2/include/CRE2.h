// The part of RE2 that Patterns needs, for C: expressions with groups, and sets of them matched in one pass.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct cre2_pattern cre2_pattern;
typedef struct cre2_set cre2_set;

// NULL where RE2 does not take the expression; `reason` then holds its words, ended by a zero.
cre2_pattern *cre2_pattern_new(
    const char *source, size_t length, bool ignores_case, int64_t most_memory, char *reason, size_t reason_size);
void cre2_pattern_free(cre2_pattern *pattern);
int cre2_pattern_groups(const cre2_pattern *pattern);
// 0 where no group has this name.
int cre2_pattern_group(const cre2_pattern *pattern, const char *name);
// Fills `bounds` with the beginning and end of the whole match and of each group, -1 where a group took no part.
bool cre2_pattern_match(
    const cre2_pattern *pattern, const char *text, size_t length, int32_t *bounds, int groups);

cre2_set *cre2_set_new(bool ignores_case, int64_t most_memory);
void cre2_set_free(cre2_set *set);
// The number of the expression in the set, -1 where RE2 does not take it.
int cre2_set_add(cre2_set *set, const char *source, size_t length);
bool cre2_set_compile(cre2_set *set);
// Which expressions match somewhere: their count, numbers in `numbers`. -1 where the memory did not suffice to tell.
int cre2_set_match(const cre2_set *set, const char *text, size_t length, int32_t *numbers, int room);

#ifdef __cplusplus
}
#endif
