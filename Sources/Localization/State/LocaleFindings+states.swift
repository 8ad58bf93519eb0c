extension LocaleFindings {
    /// Translations that are behind the English text, and the files that tell it.
    static let states: [String: Explanation] = [
        "L150": Explanation(
            title: "a state can't be read",
            text: """
                locales/state/<language>.yaml tells of each message how far its translation is (new, \
                translated, reviewed, machine) and from which English text it was made, as a hash. The \
                command writes the file: paifang locale accept, sync and add. A line that got broken, by a \
                merge for example, is best removed; sync writes it again.
                """,
            wrong: "\(start)# state/cs.yaml\nstart: done\n",
            right: "\(start)# state/cs.yaml\nstart: reviewed \(hash("Start"))\n"
        ),
        "L151": Explanation(
            title: "a message is not translated",
            text: """
                paifang locale sync and add put a copy of the English text where a translation belongs, and \
                write down that it is new. Until somebody writes another text there, people read the \
                English one, marked as English. Where the same words are right in this language, \
                paifang locale accept says so.
                """,
            wrong: """
                # en.yaml
                start: Start
                # cs.yaml
                start: Start
                # state/cs.yaml
                start: new \(hash("Start"))
                """,
            right: "\(start)# state/cs.yaml\nstart: translated \(hash("Start"))\n"
        ),
        "L152": Explanation(
            title: "a translation is out of date",
            text: """
                The English text says something else than when it was translated. Bring the translation up to \
                date, and say so with paifang locale accept KEY --lang LANGUAGE; --reviewed where you have \
                looked at somebody else's. Quotes, blanks inside braces and the order of branches are no \
                change; words are.
                """,
            wrong: "\(start)# state/cs.yaml\nstart: reviewed \(hash("Begin"))\n",
            right: "\(start)# state/cs.yaml\nstart: reviewed \(hash("Start"))\n"
        ),
        "L153": Explanation(
            title: "the state of a translation is not written down",
            text: """
                The message has a translation, and it is not known from which English text; today's is taken \
                for it, so nobody is failed. But nobody will be told either when the English text changes. \
                paifang locale sync writes it down. A language without a file in locales/state/ is left alone.
                """,
            wrong: """
                # en.yaml
                start: Start
                end: End
                # cs.yaml
                start: Začít
                end: Konec
                # state/cs.yaml
                start: reviewed \(hash("Start"))
                """,
            right: """
                # en.yaml
                start: Start
                end: End
                # cs.yaml
                start: Začít
                end: Konec
                # state/cs.yaml
                end: translated \(hash("End"))
                start: reviewed \(hash("Start"))
                """
        ),
        "L154": Explanation(
            title: "a state belongs to no message",
            text: """
                The English file has no such message any more, or there is no such language. \
                paifang locale sync removes what has gone.
                """,
            wrong: """
                \(start)# state/cs.yaml
                old: reviewed \(hash("Old"))
                start: reviewed \(hash("Start"))
                """,
            right: "\(start)# state/cs.yaml\nstart: reviewed \(hash("Start"))\n"
        ),
        "L155": Explanation(
            title: "the translation of a document is out of date",
            text: """
                The English text of a document that people accept has changed since it was translated. Nobody \
                must accept another text than the one that counts, so until the translation is up to date \
                its readers get the English one, and are told so in their language. Then: \
                paifang locale accept documents/NAME/VERSION --lang LANGUAGE.
                """,
            wrong: """
                \(start)# documents/terms/1/en.md
                # Terms
                You can leave at any time.
                # documents/terms/1/cs.md
                # Podmínky
                Můžete odejít.
                # state/cs.yaml
                documents/terms/1: reviewed \(hash("You can leave."))
                start: reviewed \(hash("Start"))
                """,
            right: """
                \(start)# documents/terms/1/en.md
                # Terms
                You can leave at any time.
                # documents/terms/1/cs.md
                # Podmínky
                Můžete kdykoli odejít.
                # state/cs.yaml
                documents/terms/1: reviewed \(terms)
                start: reviewed \(hash("Start"))
                """
        ),
    ]

    private static let start = "# en.yaml\nstart: Start\n# cs.yaml\nstart: Začít\n"

    private static func hash(_ text: String) -> String { SourceHash(of: text).rawValue }

    private static var terms: String {
        let text = "# Terms\nYou can leave at any time.\n"
        let language = LanguageTag("en")
        return LegalDocument.parse(Array(text.utf8), version: 1, language: language)
            .map { SourceHash(of: $0).rawValue } ?? ""
    }
}
