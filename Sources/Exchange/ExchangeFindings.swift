public import Documents

/// What each finding in a file of translations means, for `paifang explain`.
///
/// The examples are about two messages: `sent`, in English `Sent to {address}`, and `left`, in English
/// `{n, plural, one {# try left} other {# tries left}}`, which go into Russian.
public enum ExchangeFindings {
    /// The explanations of the codes, in their order.
    public static let explanations: [DiagnosticExplanation] = [
        unread, unknown, changed, placeholder, syntax, empty, branches, checks, language, twice,
    ]

    private static let unread = DiagnosticExplanation(
        code: "L170",
        title: "the file is no XLIFF that can be read",
        text: """
            XLIFF 1.2, 2.0 and 2.1 in UTF-8 are read. A document type and entities of its own are not: \
            XLIFF has no use for them, and files that grow when they are read are made with them. Nor is \
            what is deeper or longer than any translation.
            """,
        wrong: """
            <!DOCTYPE xliff [<!ENTITY name "Paifang">]>
            <xliff version="1.2"/>
            """,
        right: #"<xliff version="1.2"/>"#
    )

    private static let unknown = DiagnosticExplanation(
        code: "L171",
        title: "there is no such unit",
        text: """
            The id of a unit is the key of a message, and behind a colon the branch. No message, or no \
            branch of it, has this one: it was removed or renamed since the export, or a tool has \
            changed the id. The other units come in.
            """,
        wrong: unit("send", "Sent to {address}", "Отправлено на {address}"),
        right: unit("sent", "Sent to {address}", "Отправлено на {address}")
    )

    private static let changed = DiagnosticExplanation(
        code: "L172",
        title: "the English text has changed since the export",
        text: """
            What came back is a translation of another text. Export the message again; or, where the \
            translation says what the English text says now, take it with --force.
            """,
        wrong: unit("sent", "Mailed to {address}", "Отправлено почтой на {address}"),
        right: unit("sent", "Sent to {address}", "Отправлено на {address}")
    )

    private static let placeholder = DiagnosticExplanation(
        code: "L173",
        title: "a placeholder is lost, changed or made up",
        text: """
            Placeholders stand for values that the message shows. Each of the English text stands in the \
            translation, too, wherever its language wants it, and there are no others. In a form that \
            stands for several numbers, # shows which.
            """,
        wrong: unit("sent", "Sent to {address}", "Отправлено"),
        right: unit("sent", "Sent to {address}", "Отправлено на {address}")
    )

    private static let syntax = DiagnosticExplanation(
        code: "L174",
        title: "the translation is not in the message syntax",
        text: """
            Braces stand around placeholders only, and each has its counterpart. A brace that is to be \
            shown stands in apostrophes: '{'. An apostrophe itself is best written as ’.
            """,
        wrong: unit("sent", "Sent to {address}", "Отправлено на {address"),
        right: unit("sent", "Sent to {address}", "Отправлено на {address}")
    )

    private static let empty = DiagnosticExplanation(
        code: "L175",
        title: "a translation is empty and said to be ready",
        text: """
            The state of the unit says that it is translated, and there is no text. Translate it, or let \
            the state say that it is not begun: needs-translation in XLIFF 1.2, initial in 2.1.
            """,
        wrong: """
            <trans-unit id="sent">
              <source>Sent to {address}</source>
              <target state="translated"/>
            </trans-unit>
            """,
        right: """
            <trans-unit id="sent">
              <source>Sent to {address}</source>
              <target state="needs-translation"/>
            </trans-unit>
            """
    )

    private static let branches = DiagnosticExplanation(
        code: "L176",
        title: "branches of a plural or a select are missing or too many",
        text: """
            A plural has the forms of its language: Russian one, few, many and other; Czech one, few, many \
            and other; Chinese and Indonesian other alone. A select has the branches of the English \
            message. Where each branch is a unit, all of them are translated, or none.
            """,
        wrong: unit(
            "left",
            "{n, plural, one {# try left} other {# tries left}}",
            "{n, plural, one {# попытка} two {# попытки} other {# попыток}}"
        ),
        right: unit(
            "left",
            "{n, plural, one {# try left} other {# tries left}}",
            "{n, plural, one {# попытка} few {# попытки} many {# попыток} other {# попытки}}"
        )
    )

    private static let checks = DiagnosticExplanation(
        code: "L177",
        title: "the checks find an error in the translation",
        text: """
            Before anything is written, the new texts are checked as paifang check does. The finding's own \
            code stands behind it: paifang explain tells more about that.
            """,
        wrong: unit(
            "left",
            "{n, plural, one {# try left} other {# tries left}}",
            "Попыток: {n, date, long}"
        ),
        right: unit(
            "left",
            "{n, plural, one {# try left} other {# tries left}}",
            "Попыток: {n}"
        )
    )

    private static let language = DiagnosticExplanation(
        code: "L178",
        title: "the file is a translation into another language",
        text: "The file names one language, and --lang another. Import it without --lang.",
        wrong: file("cs"),
        right: file("ru")
    )

    private static let twice = DiagnosticExplanation(
        code: "L179",
        title: "a message stands in the file twice",
        text: """
            The first is taken. A message can stand in a file as a whole or in branches, and once only.
            """,
        wrong: unit("sent", "Sent to {address}", "На {address}") + "\n"
            + unit("sent", "Sent to {address}", "Отправлено на {address}"),
        right: unit("sent", "Sent to {address}", "Отправлено на {address}")
    )

    private static func unit(_ id: String, _ source: String, _ target: String) -> String {
        """
        <trans-unit id="\(id)">
          <source>\(source)</source>
          <target state="translated">\(target)</target>
        </trans-unit>
        """
    }

    private static func file(_ language: String) -> String {
        """
        <xliff version="1.2">
          <file original="locales/ru.yaml" source-language="en" target-language="\(language)" datatype="plaintext"/>
        </xliff>
        """
    }
}
