extension LocaleFindings {
    /// Words that fail the reader: not translated, of another language, changed.
    static let words: [String: Explanation] = [
        "L100": Explanation(
            title: "there is nothing to read",
            text: """
                The message is empty, and the reader finds a blank where words belong. \
                Translate it; where the key is removed, the English message is shown.
                """,
            wrong: """
                # en.yaml
                text: "Save"
                # cs.yaml
                text: ""
                """,
            right: """
                # en.yaml
                text: "Save"
                # cs.yaml
                text: "Uložit"
                """
        ),
        "L101": Explanation(
            title: "the message is not translated",
            text: """
                The message, or a branch of it, is the same as in English. Names, \
                abbreviations and words that the language has borrowed are left out; a name \
                that stays as it is belongs into `keep` of the glossary or of the description.
                """,
            wrong: """
                # en.yaml
                text: "Check your email"
                # ru.yaml
                text: "Check your email"
                """,
            right: """
                # en.yaml
                text: "Check your email"
                # ru.yaml
                text: "Проверьте почту"
                """
        ),
        "L102": Explanation(
            title: "words of another language",
            text: """
                Words of another language stand in the message: English that was left over, \
                Malay in Indonesian, Slovak in Czech, Czech without its marks. What stays as \
                it is on purpose stands in quotation marks, in backticks, or in `keep`.
                """,
            wrong: """
                # en.yaml
                text: "Open the link in the email"
                # ru.yaml
                text: "Откройте link из письма"
                """,
            right: """
                # en.yaml
                text: "Open the link in the email"
                # ru.yaml
                text: "Откройте ссылку из письма"
                """
        ),
        "L103": Explanation(
            title: "letters of another language",
            text: """
                A letter stands here that the language doesn’t have: Ukrainian letters in \
                Russian, traditional characters in simplified Chinese, Slovak letters in \
                Czech, another script. Names with a capital may keep theirs.
                """,
            wrong: """
                # en.yaml
                text: "Please sign in"
                # zh.yaml
                text: "請登录"
                """,
            right: """
                # en.yaml
                text: "Please sign in"
                # zh.yaml
                text: "请登录"
                """
        ),
        "L104": Explanation(
            title: "a word mixes alphabets",
            text: """
                Some Latin and Cyrillic letters look the same. A word with both can’t be \
                found, is read wrongly by screen readers, and looks like an attempt to \
                deceive. `--fix` writes it in one alphabet.
                """,
            wrong: """
                # en.yaml
                text: "The link"
                # ru.yaml
                text: "Cсылка"
                """,
            right: """
                # en.yaml
                text: "The link"
                # ru.yaml
                text: "Ссылка"
                """
        ),
        "L105": Explanation(
            title: "letters in a wrong encoding",
            text: """
                The text was once read in another encoding than it was written in: `Ã¡` was á, \
                and � was something that is lost. Write the letters again and save the file as \
                UTF-8.
                """,
            wrong: """
                # en.yaml
                text: "Save all"
                # cs.yaml
                text: "UloÅ¾it vše"
                """,
            right: """
                # en.yaml
                text: "Save all"
                # cs.yaml
                text: "Uložit vše"
                """
        ),
        "L106": Explanation(
            title: "a number differs from the English one",
            text: """
                A number of the English message is missing or another, and the reader is told \
                something wrong. Numbers may be written with other separators, and as words; \
                telephone numbers are examples and may differ.
                """,
            wrong: """
                # en.yaml
                text: "The link works for 24 hours."
                # ru.yaml
                text: "Ссылка действует 42 часа."
                """,
            right: """
                # en.yaml
                text: "The link works for 24 hours."
                # ru.yaml
                text: "Ссылка действует 24 часа."
                """
        ),
        "L107": Explanation(
            title: "an address differs from the English one",
            text: """
                An internet or email address of the English message is missing or changed. The \
                part before @ of an example (name@example.com) may be translated, and so may \
                the language in a path (/en/ becomes /cs/).
                """,
            wrong: """
                # en.yaml
                text: "Write to help@market.example."
                # cs.yaml
                text: "Napište na help@trziste.example."
                """,
            right: """
                # en.yaml
                text: "Write to help@market.example."
                # cs.yaml
                text: "Napište na help@market.example."
                """
        ),
        "L108": Explanation(
            title: "something that stays as it is was changed",
            text: """
                Brands and other words of `keep` in the glossary or in the description, code \
                in backticks, names of keys such as Ctrl+C and placeholders of programs are \
                the same in every language.
                """,
            wrong: """
                # en.yaml
                text: "Press Ctrl+C."
                # id.yaml
                text: "Tekan Strg+C."
                """,
            right: """
                # en.yaml
                text: "Press Ctrl+C."
                # id.yaml
                text: "Tekan Ctrl+C."
                """
        ),
        "L109": Explanation(
            title: "tags or HTML differ from the English message",
            text: """
                A tag of the English message is missing, or one was added; or a character is \
                written as HTML (&nbsp;), which the reader sees as it stands, since messages \
                are plain text.
                """,
            wrong: """
                # en.yaml
                text: "Terms and privacy"
                # cs.yaml
                text: "Podmínky &amp; soukromí"
                """,
            right: """
                # en.yaml
                text: "Terms and privacy"
                # cs.yaml
                text: "Podmínky a soukromí"
                """
        ),
    ]
}
