# Takes Swift apart, so that the checks look at code as code, at strings as strings, at comments as comments.
# Prints records of fields separated by tabs:
#   C  file  line  code of the line, comments left out, each string shown as ""
#   K  file  line  one comment's text on that line
#   S  file  first line  last line  code before the string  its text, with \() for each interpolation
# Not understood: regex literals between bare slashes, which this project does not write.

function emit_comment(text) {
    gsub(/\t/, " ", text)
    print "K\t" FILENAME "\t" FNR "\t" text
}

function open_string(hash_count, is_multi) {
    depth++
    kind[depth] = "string"
    hashes[depth] = substr("################", 1, hash_count)
    multi[depth] = is_multi
    text[depth] = ""
    first[depth] = FNR
    before[depth] = (code ~ /[^ \t]/) ? code : previous code
}

function close_string() {
    gsub(/\t/, " ", text[depth])
    gsub(/\t/, " ", before[depth])
    print "S\t" FILENAME "\t" first[depth] "\t" FNR "\t" before[depth] "\t" text[depth]
    depth--
    code = code "\"\""
}

# Reads code from `at` on; returns the place after what was read.
function read_code(at,    rest, c, two, run, count) {
    rest = substr($0, at)
    if (!match(rest, /["#`()\/]/)) {
        code = code rest
        return length($0) + 1
    }
    code = code substr(rest, 1, RSTART - 1)
    at += RSTART - 1
    rest = substr($0, at)
    c = substr(rest, 1, 1)
    two = substr(rest, 1, 2)
    if (two == "//") {
        emit_comment(rest)
        return length($0) + 1
    }
    if (two == "/*") {
        comment_depth = 1
        return at + 2
    }
    if (match(rest, /^#*"/)) {
        count = RLENGTH - 1
        if (substr(rest, count + 1, 3) == "\"\"\"") {
            open_string(count, 1)
            return at + count + 3
        }
        open_string(count, 0)
        return at + count + 1
    }
    if (match(rest, /^`[^`]*`/)) {
        code = code "``"
        return at + RLENGTH
    }
    if (depth > 0 && c == "(") parens[depth]++
    if (depth > 0 && c == ")") {
        if (parens[depth] == 0) {
            depth--
            return at + 1
        }
        parens[depth]--
    }
    code = code c
    return at + 1
}

function read_string(at,    rest, escape, closing, after) {
    rest = substr($0, at)
    if (!match(rest, /[\\"]/)) {
        text[depth] = text[depth] rest
        return length($0) + 1
    }
    text[depth] = text[depth] substr(rest, 1, RSTART - 1)
    at += RSTART - 1
    rest = substr($0, at)
    escape = "\\" hashes[depth]
    closing = (multi[depth] ? "\"\"\"" : "\"") hashes[depth]
    if (substr(rest, 1, length(escape)) == escape) {
        after = substr(rest, length(escape) + 1)
        if (substr(after, 1, 1) == "(") {
            text[depth] = text[depth] "\\()"
            depth++
            kind[depth] = "code"
            parens[depth] = 0
            return at + length(escape) + 1
        }
        if (match(after, /^u\{[0-9A-Fa-f]*\}/)) return at + length(escape) + RLENGTH
        text[depth] = text[depth] (after ~ /^[ntr]/ ? " " : substr(after, 1, 1))
        return at + length(escape) + 1
    }
    if (substr(rest, 1, length(closing)) == closing) {
        close_string()
        return at + length(closing)
    }
    text[depth] = text[depth] substr(rest, 1, 1)
    return at + 1
}

# A comment between /* and */, which may hold others.
function read_comment(at,    rest) {
    rest = substr($0, at)
    if (!match(rest, /\/\*|\*\//)) {
        emit_comment(rest)
        return length($0) + 1
    }
    emit_comment(substr(rest, 1, RSTART - 1))
    comment_depth += (substr(rest, RSTART, 2) == "/*") ? 1 : -1
    return at + RSTART + 1
}

FNR == 1 {
    depth = 0
    kind[0] = "code"
    comment_depth = 0
    previous = ""
}

{
    code = ""
    at = 1
    while (at <= length($0)) {
        if (comment_depth > 0) at = read_comment(at)
        else if (kind[depth] == "code") at = read_code(at)
        else at = read_string(at)
    }
    while (depth > 0 && kind[depth] == "string" && !multi[depth]) close_string()
    if (depth > 0 && kind[depth] == "string") text[depth] = text[depth] " "
    shown = code
    gsub(/\t/, " ", shown)
    print "C\t" FILENAME "\t" FNR "\t" shown
    if (code ~ /[^ \t]/) previous = code
}
