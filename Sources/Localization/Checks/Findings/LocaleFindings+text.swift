extension LocaleFindings {
    /// Spaces and punctuation.
    static let text: [String: Explanation] = [
        "L120": Explanation(
            title: "spaces around the message differ from the English one",
            text: """
                What stands before or behind a message is put there by the screen. A space at \
                one end of the translation moves it, and a space that the English message has \
                is there for a reason.
                """,
            wrong: """
                # en.yaml
                text: "Save"
                # ru.yaml
                text: "Сохранить "
                """,
            right: """
                # en.yaml
                text: "Save"
                # ru.yaml
                text: "Сохранить"
                """
        ),
        "L121": Explanation(
            title: "spaces that are too many",
            text: """
                Two spaces in a row, a tab, or a space at the end of a line. A branch that \
                begins with a space behind a space makes two as well.
                """,
            wrong: """
                # en.yaml
                text: "Two words"
                # cs.yaml
                text: "Dvě  slova"
                """,
            right: """
                # en.yaml
                text: "Two words"
                # cs.yaml
                text: "Dvě slova"
                """
        ),
        "L122": Explanation(
            title: "a space where none belongs",
            text: """
                No space stands before a point, a comma or a closing bracket, nor behind an \
                opening one. Chinese punctuation brings its own room. Before % a space stands \
                in Russian and Czech, but not in English, Indonesian and Chinese.
                """,
            wrong: """
                # en.yaml
                text: "Done!"
                # ru.yaml
                text: "Готово !"
                """,
            right: """
                # en.yaml
                text: "Done!"
                # ru.yaml
                text: "Готово!"
                """
        ),
        "L123": Explanation(
            title: "a space is missing",
            text: """
                A space stands behind a comma or the end of a sentence, and between a word and \
                an argument.
                """,
            wrong: """
                # en.yaml
                text: "Sent to {email}"
                # cs.yaml
                text: "Odesláno na{email}"
                """,
            right: """
                # en.yaml
                text: "Sent to {email}"
                # cs.yaml
                text: "Odesláno na {email}"
                """
        ),
        "L124": Explanation(
            title: "the message ends with other punctuation than the English one",
            text: """
                A title has no full stop, a question has its mark, a label may end with a \
                colon: the translation ends as the English message does, with the punctuation \
                of its language.
                """,
            wrong: """
                # en.yaml
                text: "Go on?"
                # zh.yaml
                text: "要继续吗。"
                """,
            right: """
                # en.yaml
                text: "Go on?"
                # zh.yaml
                text: "要继续吗？"
                """
        ),
        "L125": Explanation(
            title: "punctuation of the wrong width",
            text: """
                Chinese is written with full-width punctuation (，。：！？（）), and half-width \
                digits and letters; other languages have no full-width characters.
                """,
            wrong: """
                # en.yaml
                text: "Hello, please sign in."
                # zh.yaml
                text: "您好,请登录。"
                """,
            right: """
                # en.yaml
                text: "Hello, please sign in."
                # zh.yaml
                text: "您好，请登录。"
                """
        ),
        "L126": Explanation(
            title: "quotation marks of another language",
            text: """
                English, Indonesian: “ ” and ‘ ’; Russian: « » and „ “; Czech: „ “ and ‚ ‘; \
                Chinese: “ ” and ‘ ’, or 「 」. Straight quotation marks belong to code.
                """,
            wrong: """
                # en.yaml
                text: "The folder “Bin”"
                # cs.yaml
                text: "Složka “Koš”"
                """,
            right: """
                # en.yaml
                text: "The folder “Bin”"
                # cs.yaml
                text: "Složka „Koš“"
                """
        ),
        "L127": Explanation(
            title: "three points for an omission",
            text: """
                The sign … is one character, which is not torn apart at the end of a line; \
                Chinese writes two of them.
                """,
            wrong: """
                # en.yaml
                text: "Loading…"
                # id.yaml
                text: "Memuat..."
                """,
            right: """
                # en.yaml
                text: "Loading…"
                # id.yaml
                text: "Memuat…"
                """
        ),
        "L128": Explanation(
            title: "a hyphen for a dash",
            text: """
                A hyphen joins words (e-mail); a dash parts them: — in Russian, – in Czech, – \
                or — in English.
                """,
            wrong: """
                # en.yaml
                text: "This is a letter"
                # ru.yaml
                text: "Это - письмо"
                """,
            right: """
                # en.yaml
                text: "This is a letter"
                # ru.yaml
                text: "Это — письмо"
                """
        ),
        "L129": Explanation(
            title: "punctuation that stands twice",
            text: """
                The same mark stands twice in a row; one of them may stand on the other side \
                of a brace.
                """,
            wrong: """
                # en.yaml
                text: "Saved."
                # cs.yaml
                text: "Uloženo.."
                """,
            right: """
                # en.yaml
                text: "Saved."
                # cs.yaml
                text: "Uloženo."
                """
        ),
        "L130": Explanation(
            title: "the glossary’s word is missing",
            text: """
                The English message has a term of the glossary, and the translation doesn’t \
                have the word for it. `stems` in the glossary tells how the forms of the word \
                begin; where translations may do without it, the term says `required: false`.
                """,
            wrong: """
                # en.yaml
                text: "Open the wallet"
                # cs.yaml
                text: "Otevřít tašku"
                # glossary.yaml
                terms:
                  wallet:
                    en: {use: "wallet"}
                    cs: {use: "peněženka", stems: ["peněžen"], avoid: ["portmonk"]}
                """,
            right: """
                # en.yaml
                text: "Open the wallet"
                # cs.yaml
                text: "Otevřít peněženku"
                # glossary.yaml
                terms:
                  wallet:
                    en: {use: "wallet"}
                    cs: {use: "peněženka", stems: ["peněžen"], avoid: ["portmonk"]}
                """
        ),
        "L131": Explanation(
            title: "small and capital letters differ at the beginning",
            text: """
                The message begins with a small letter where the English one begins with a \
                capital, or the other way round.
                """,
            wrong: """
                # en.yaml
                text: "Save"
                # cs.yaml
                text: "uložit"
                """,
            right: """
                # en.yaml
                text: "Save"
                # cs.yaml
                text: "Uložit"
                """
        ),
    ]
}
