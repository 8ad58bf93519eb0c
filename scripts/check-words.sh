#!/bin/sh
# No word that a registrant reads is in Swift: it is a key of locales/*.yaml. Where people are met, a string of two or
# more words, or with a letter outside ASCII, is a finding. Allowed by a comment with the reason:
#   "..."  // words: <reason>          at the end of the string's first or last line, or alone on the line above
#   // words in this file: <reason>    for a table, such as one of letters
# Not looked at: what goes to programmers and operators (preconditions, log lines) and, in the command's own target,
# what goes to authors and testers (Checking/, Commands/, Headless/, Locale/, Project/, Review/, Trial/, and the texts of ArgumentParser).
#   scripts/check-words.sh [ROOT]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
cd "${1:-$here/..}"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

find Sources/Answers Sources/Screens Sources/Sessions Sources/Mail Sources/paifang \
    -name '*.swift' -type f 2>/dev/null |
    grep -vE '^Sources/paifang/(Checking|Commands|Headless|Locale|Project|Review|Trial)/' | LC_ALL=C sort >"$work/files" || true
[ -s "$work/files" ] || exit 0
tr '\n' '\0' <"$work/files" | LC_ALL=C xargs -0 awk -f "$here/swift-lexer.awk" >"$work/lexed"

LC_ALL=C awk -F '\t' '
    # How many of the blank-separated pieces are plain words of two letters or more; codes in capitals are none.
    function words(text,    pieces, count, n, i) {
        gsub(/\\\(\)/, " ", text)
        n = split(text, pieces, " ")
        count = 0
        for (i = 1; i <= n; i++) {
            gsub(/^[("[{<]+|[])"}>.,:;!?]+$/, "", pieces[i])
            if (pieces[i] !~ /[a-z]/) continue
            if (pieces[i] ~ /^[A-Za-z][A-Za-z-]*[A-Za-z]$/ || pieces[i] ~ /^[A-Za-z]+'"'"'[A-Za-z]+$/) count++
        }
        return count
    }
    # Letters in UTF-8: Latin with marks, Greek to Georgian and on, kana, Han, Hangul, full-width Latin. Punctuation,
    # arrows, boxes, ticks and emoji are not letters.
    function has_foreign_letter(text) {
        gsub(/\343\203\273/, "", text)  # the dot between words in Chinese and Japanese
        return text ~ /\303[\200-\226\230-\266\270-\277]/ || text ~ /[\304-\311][\200-\277]/ || text ~ /\312[\200-\257]/ \
            || text ~ /\315[\260-\277]/ || text ~ /[\316-\337][\200-\277]/ || text ~ /[\340-\341][\200-\277]/ \
            || text ~ /\342[\260-\267][\200-\277]/ || text ~ /\343[\201-\277][\200-\277]/ \
            || text ~ /[\344-\355][\200-\277][\200-\277]/ || text ~ /\357\274[\241-\272]/ \
            || text ~ /\357\275[\201-\232]/ || text ~ /\360[\240-\263][\200-\277]/
    }
    # The beginning of a text, whole characters only.
    function beginning(text) {
        if (length(text) <= 60) return text
        text = substr(text, 1, 57)
        sub(/[\300-\377][\200-\277]*$/, "", text)
        return text "..."
    }
    function for_others(file, before) {
        if (before ~ /(precondition|preconditionFailure|assert|assertionFailure)\([^;]*$/) return 1
        if (before ~ /[Ll]og(ger)?\.(trace|debug|info|notice|warning|error|critical|log)\([^;]*$/) return 1
        if (before ~ /@available\(/) return 1
        return file ~ /^Sources\/paifang\// && before ~ /(abstract|discussion|usage|help|version|valueName|ValidationError|ArgumentHelp)[:(] *$/
    }
    $1 == "K" && $4 ~ /^\/\/ words in this file: *[^ ]/ { whole[$2] = 1 }
    $1 == "K" && $4 ~ /^\/\/ words: *[^ ]/ { reason[$2, $3] = 1 }
    $1 == "C" && $4 !~ /[^ ]/ { blank[$2, $3] = 1 }
    $1 == "S" {
        if (for_others($2, $5)) next
        foreign = has_foreign_letter($6)
        if (!foreign && words($6) < 2) next
        n++
        file[n] = $2; first[n] = $3; last[n] = $4
        text[n] = beginning($6)
    }
    END {
        for (i = 1; i <= n; i++) {
            f = file[i]
            above = first[i] - 1
            if (f in whole || (f, first[i]) in reason || (f, last[i]) in reason) continue
            if ((f, above) in reason && (f, above) in blank) continue
            failed = 1
            if (++findings[f] > 5) continue
            printf "%s:%d: a registrant could read this; it belongs into locales/*.yaml: %s\n", f, first[i], text[i]
        }
        for (f in findings) if (findings[f] > 5) printf "%s: and %d more\n", f, findings[f] - 5
        exit failed
    }
' "$work/lexed"
