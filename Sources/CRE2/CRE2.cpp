#include "CRE2.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace {

// RE2 prints to standard error unless told not to; the caller says what went wrong, once.
RE2::Options options(bool ignores_case, int64_t most_memory) {
    RE2::Options options;
    options.set_log_errors(false);
    options.set_case_sensitive(!ignores_case);
    options.set_max_mem(most_memory);
    return options;
}

}  // namespace

struct cre2_pattern {
    RE2 expression;
};

struct cre2_set {
    RE2::Set expressions;
};

cre2_pattern *cre2_pattern_new(
    const char *source, size_t length, bool ignores_case, int64_t most_memory, char *reason, size_t reason_size) {
    auto pattern = std::unique_ptr<cre2_pattern>(
        new cre2_pattern{{re2::StringPiece(source, length), options(ignores_case, most_memory)}});
    if (pattern->expression.ok()) return pattern.release();
    if (reason_size > 0) {
        const std::string &words = pattern->expression.error();
        size_t count = std::min(words.size(), reason_size - 1);
        std::copy_n(words.data(), count, reason);
        reason[count] = 0;
    }
    return nullptr;
}

void cre2_pattern_free(cre2_pattern *pattern) { delete pattern; }

int cre2_pattern_groups(const cre2_pattern *pattern) { return pattern->expression.NumberOfCapturingGroups(); }

int cre2_pattern_group(const cre2_pattern *pattern, const char *name) {
    const auto &groups = pattern->expression.NamedCapturingGroups();
    const auto found = groups.find(name);
    return found == groups.end() ? 0 : found->second;
}

bool cre2_pattern_match(
    const cre2_pattern *pattern, const char *text, size_t length, int32_t *bounds, int groups) {
    std::vector<re2::StringPiece> parts(groups);
    if (!pattern->expression.Match(
            re2::StringPiece(text, length), 0, length, RE2::UNANCHORED, parts.data(), groups)) {
        return false;
    }
    for (int index = 0; index < groups; index++) {
        const bool took_part = parts[index].data() != nullptr;
        bounds[2 * index] = took_part ? int32_t(parts[index].data() - text) : -1;
        bounds[2 * index + 1] = took_part ? bounds[2 * index] + int32_t(parts[index].size()) : -1;
    }
    return true;
}

cre2_set *cre2_set_new(bool ignores_case, int64_t most_memory) {
    return new cre2_set{RE2::Set(options(ignores_case, most_memory), RE2::UNANCHORED)};
}

void cre2_set_free(cre2_set *set) { delete set; }

int cre2_set_add(cre2_set *set, const char *source, size_t length) {
    return set->expressions.Add(re2::StringPiece(source, length), nullptr);
}

bool cre2_set_compile(cre2_set *set) { return set->expressions.Compile(); }

int cre2_set_match(const cre2_set *set, const char *text, size_t length, int32_t *numbers, int room) {
    std::vector<int> found;
    RE2::Set::ErrorInfo error{RE2::Set::kNoError};
    if (!set->expressions.Match(re2::StringPiece(text, length), &found, &error)) {
        return error.kind == RE2::Set::kNoError ? 0 : -1;
    }
    std::sort(found.begin(), found.end());
    const int count = std::min(int(found.size()), room);
    std::copy_n(found.begin(), count, numbers);
    return count;
}
