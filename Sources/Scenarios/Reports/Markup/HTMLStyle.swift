/// How pages look: the colours of the reader's choice, and nothing wider than a narrow window but what scrolls by itself.
///
/// Nothing in it needs escaping, so that it is the same in HTML, where a style is not unescaped, and in XML.
enum HTMLStyle {
    static let lines: [String] = [
        ":root { color-scheme: light dark; --line: #767676; --good: #0a6640; --bad: #b3261e; }",
        "@media (prefers-color-scheme: dark) { :root { --good: #7fd6a8; --bad: #ff9d94; } }",
        "* { box-sizing: border-box; }",
        "body { font: 1rem/1.5 system-ui, sans-serif; max-width: 70rem; margin: 0 auto; padding: 1rem; }",
        "h1, h2, h3, h4 { line-height: 1.25; overflow-wrap: anywhere; }",
        "article { border-left: 0.25rem solid var(--bad); padding-left: 0.75rem; margin: 1.5rem 0; }",
        "pre, .wide { overflow-x: auto; max-width: 100%; }",
        "pre { border: 1px solid var(--line); padding: 0.5rem; }",
        "code { overflow-wrap: anywhere; }",
        ".screen { white-space: pre-wrap; overflow-wrap: anywhere; }",
        "pre, code, td, th { unicode-bidi: isolate; }",
        "table { border-collapse: collapse; margin: 0.5rem 0; }",
        "th, td { border: 1px solid var(--line); padding: 0.25rem 0.5rem; text-align: start;",
        "  vertical-align: top; overflow-wrap: anywhere; }",
        "del { color: var(--bad); text-decoration: none; }",
        "ins { color: var(--good); text-decoration: none; }",
        "summary { cursor: pointer; padding: 0.25rem 0; }",
        ".wide:focus-visible, summary:focus-visible { outline: 2px solid; }",
    ]
}
