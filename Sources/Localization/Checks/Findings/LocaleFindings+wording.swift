extension LocaleFindings {
    /// What was left in messages, and words that are not the product’s.
    static let wording: [String: Explanation] = [
        "L110": Explanation(
            title: "an escape is shown as it stands",
            text: """
                Two characters such as a backslash and n are shown to the reader: only double \
                quotes in YAML turn them into a line end.
                """,
            wrong: """
                # en.yaml
                text: 'One line'
                # id.yaml
                text: 'Satu\\nbaris'
                """,
            right: """
                # en.yaml
                text: 'One line'
                # id.yaml
                text: 'Satu baris'
                """
        ),
        "L111": Explanation(
            title: "a translator’s note is left in the message",
            text: """
                TODO, FIXME, XXX or ??? was meant for whoever translates, and the reader sees \
                it. Do what it says; what is to be said to others belongs into a comment.
                """,
            wrong: """
                # en.yaml
                text: "Save"
                # cs.yaml
                text: "Uložit TODO"
                """,
            right: """
                # en.yaml
                text: "Save"
                # cs.yaml
                text: "Uložit"
                """
        ),
        "L112": Explanation(
            title: "the message is wider than its place",
            text: """
                messages.yaml tells how many terminal cells the message may take. With the \
                examples of its arguments the widest of its branches takes more, and the \
                screen cuts it off. A Chinese character takes two cells.
                """,
            wrong: """
                # en.yaml
                text: "Name: {name}"
                # cs.yaml
                text: "Křestní jméno: {name}"
                # messages.yaml
                text: {description: "A label", width: 12, arguments: {name: "Olga"}}
                """,
            right: """
                # en.yaml
                text: "Name: {name}"
                # cs.yaml
                text: "Jméno: {name}"
                # messages.yaml
                text: {description: "A label", width: 12, arguments: {name: "Olga"}}
                """
        ),
        "L113": Explanation(
            title: "an invisible character stands in the message",
            text: """
                A character without a width, such as a soft hyphen or a byte order mark, came \
                along when the text was copied. Searches don’t find the word, and some \
                terminals show a box. `--fix` removes it.
                """,
            wrong: """
                # en.yaml
                text: "Save"
                # cs.yaml
                text: "Ulo\\u200Bžit"
                """,
            right: """
                # en.yaml
                text: "Save"
                # cs.yaml
                text: "Uložit"
                """
        ),
        "L114": Explanation(
            title: "a word that the glossary advises against",
            text: """
                The glossary has one word for each thing, and this is another. People who read \
                two words look for two things.
                """,
            wrong: """
                # en.yaml
                text: "Open the wallet"
                # cs.yaml
                text: "Otevřít portmonku"
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
        "L115": Explanation(
            title: "the reader is spoken to in two ways",
            text: """
                Polite and familiar forms stand in one message, or the glossary’s `address` \
                says another form than stands here.
                """,
            wrong: """
                # en.yaml
                text: "Your account and your password"
                # ru.yaml
                text: "Ваш счёт и твой пароль"
                """,
            right: """
                # en.yaml
                text: "Your account and your password"
                # ru.yaml
                text: "Ваш счёт и ваш пароль"
                """
        ),
        "L116": Explanation(
            title: "a word stands twice",
            text: """
                The same word stands twice in a row; most often it was left over when the \
                sentence was changed. `--fix` removes one.
                """,
            wrong: """
                # en.yaml
                text: "The link in the email"
                # id.yaml
                text: "Tautan dalam dalam email"
                """,
            right: """
                # en.yaml
                text: "The link in the email"
                # id.yaml
                text: "Tautan dalam email"
                """
        ),
        "L117": Explanation(
            title: "a bracket or quotation mark lacks its other half",
            text: """
                What is opened is to be closed, by the mark that belongs to it, in the same \
                branch.
                """,
            wrong: """
                # en.yaml
                text: "The folder “Spam”"
                # ru.yaml
                text: "Папка «Спам"
                """,
            right: """
                # en.yaml
                text: "The folder “Spam”"
                # ru.yaml
                text: "Папка «Спам»"
                """
        ),
        "L118": Explanation(
            title: "the glossary is not written as one",
            text: """
                glossary.yaml holds `terms`, `address` and `keep`. A term has a wording for \
                each language: `use` (alternatives with commas between them), `stems` (how its \
                forms begin) and `avoid`; English must be among them, since terms are found by \
                it. `required: false` lets translations do without the term.
                """,
            wrong: """
                # en.yaml
                text: Wallet
                # glossary.yaml
                terms:
                  wallet:
                    en: {say: "wallet"}
                """,
            right: """
                # en.yaml
                text: Wallet
                # glossary.yaml
                terms:
                  wallet:
                    en: {use: "wallet"}
                """
        ),
        "L119": Explanation(
            title: "the message has other lines than the English one",
            text: """
                A message of several paragraphs or lines keeps their number: where one is \
                missing, so is what it says.
                """,
            wrong: """
                # en.yaml
                text: "Saved.\\nGo on later."
                # id.yaml
                text: "Tersimpan."
                """,
            right: """
                # en.yaml
                text: "Saved.\\nGo on later."
                # id.yaml
                text: "Tersimpan.\\nLanjutkan nanti."
                """
        ),
    ]
}
