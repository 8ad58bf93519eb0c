import Expressions
package import Flows
public import Localization
public import Screens
import Secrets

/// Writes letters in the person's language.
///
/// A letter's words are `mail.<name>.subject` and `mail.<name>.body`. Paragraphs are separated by blank lines; one that
/// is nothing but the link, or nothing but the command that opens it, is set apart from the words.
public struct LetterWriter: Sendable {
    /// How a link is opened.
    public enum LinkForm: Sendable, Hashable {
        /// As a web address below this one, without a slash at its end.
        case address(base: String)
        /// With this command in a terminal, which asks for the token: nobody serves an address. Letters name it
        /// by its first words; options may follow.
        case command(String)
    }

    private let catalogs: Catalogs
    private let formats: [LanguageTag: RegionalFormats]
    private let display: any AnswerDisplay
    private let linkForm: LinkForm

    /// Makes a writer.
    public init(
        catalogs: Catalogs,
        formats: [LanguageTag: RegionalFormats],
        display: any AnswerDisplay,
        linkForm: LinkForm
    ) {
        self.catalogs = catalogs
        self.formats = formats
        self.display = display
        self.linkForm = linkForm
    }

    /// Writes the letter of an order.
    ///
    /// - Parameters:
    ///   - id: The letter's name.
    ///   - order: What the machine ordered.
    ///   - state: The state after the event that ordered it.
    ///   - machine: The flow's machine.
    ///   - proofs: The tokens and codes of the event.
    /// - Returns: The letter, in the language and the zone of the state.
    func letter(
        id: String,
        order: SendOrder,
        state: FlowState,
        machine: FlowMachine,
        proofs: Proofs
    ) -> Letter {
        let send = machine.definition.send(of: order)
        let link = send.link == nil ? nil : proofs.token(of: order).map(linkText)
        let code = send.code == nil ? nil : proofs.code(of: order)?.reveal()
        return letter(
            id: id,
            order: order,
            state: state,
            machine: machine,
            link: link,
            code: code
        )
    }

    /// Writes the letter of an order with a link and a code as they are to stand there.
    package func letter(
        id: String,
        order: SendOrder,
        state: FlowState,
        machine: FlowMachine,
        link: String?,
        code: String?
    ) -> Letter {
        let send = machine.definition.send(of: order)
        let link = send.link == nil ? nil : link
        let words = words(of: order, state: state, machine: machine, link: link, code: code)
        var recipient = ""
        if case .text(let address)? = state.fields[send.recipient] { recipient = address }
        return Letter(
            id: id,
            channel: send.channel,
            recipient: recipient,
            senderName: words.sender.text,
            subject: words.subject?.text ?? "",
            paragraphs: paragraphs(
                of: words.body.text,
                link: link,
                start: send.start.map(startText)
            ),
            language: state.locale,
            writtenAt: order.at
        )
    }

    /// The words of a letter or short message: the sender's name, a letter's subject, and the body.
    package func words(
        of order: SendOrder,
        state: FlowState,
        machine: FlowMachine,
        link: String?,
        code: String? = nil
    ) -> (sender: Words, subject: Words?, body: Words) {
        let send = machine.definition.send(of: order)
        var values = arguments(of: order, state: state, machine: machine, link: link)
        values["code"] = code.map { .text($0) }
        let words = { [values] (key: String) in
            catalogs.words(
                MessageKey(key),
                values,
                in: LanguageTag(state.locale),
                zone: state.zone
            )
        }
        switch send.channel {
        case .mail:
            return (
                words("mail.sender"), words("mail.\(send.name).subject"),
                words("mail.\(send.name).body")
            )
        case .sms:
            return (words("\(machine.definition.name).title"), nil, words("sms.\(send.name).text"))
        }
    }

    private func linkText(of token: Token) -> String {
        switch linkForm {
        case .address(let base): "\(base)/open/\(token.reveal())"
        case .command: token.reveal()
        }
    }

    /// How a flow is begun.
    private func startText(of flow: FlowName) -> String {
        switch linkForm {
        case .address(let base): "\(base)/start/\(flow)"
        case .command: "paifang run \(flow)"  // words: a command line
        }
    }

    private func arguments(
        of order: SendOrder,
        state: FlowState,
        machine: FlowMachine,
        link: String?
    ) -> [String: MessageArgument] {
        let builder = ScreenBuilder(
            machine: machine,
            catalogs: catalogs,
            formats: formats,
            display: display
        )
        // The letter about closing belongs to the flow itself, also where a part of another is walked just then.
        let sender = order.send == nil ? 0 : order.step
        var values = builder.messageArguments(of: state, sentBy: sender, now: order.at)
        values["link"] = link.map { .text($0) }
        values["start"] = machine.definition.send(of: order).start.map { .text(startText(of: $0)) }
        switch linkForm {
        case .address: values["delivery"] = .choice("address")
        case .command: values["delivery"] = .choice("terminal")
        }
        if let expiresAt = order.expiresAt {
            values["expires_at"] = .time(milliseconds: expiresAt)
            values["hours"] = .integer((expiresAt - order.at) / 3_600_000)
        }
        if order.send == nil, let letter = machine.definition.closingLetter {
            let language = LanguageTag(state.locale)
            let title = MessageKey("\(machine.definition.name).title")
            values["closes_at"] = .time(milliseconds: letter.until)
            values["title"] = .text(catalogs.words(title, in: language).text)
        }
        return values
    }

    private func paragraphs(
        of body: String,
        link: String?,
        start: String?
    ) -> [Letter.Paragraph] {
        var paragraphs: [Letter.Paragraph] = []
        var lines: [Substring] = []
        let close = { () -> Letter.Paragraph? in
            guard !lines.isEmpty else { return nil }
            let text = lines.joined(separator: "\n")
            lines = []
            return self.paragraph(text, link: link, start: start)
        }
        for line in body.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.allSatisfy(\.isWhitespace) {
                if let paragraph = close() { paragraphs.append(paragraph) }
            } else {
                lines.append(line)
            }
        }
        if let paragraph = close() { paragraphs.append(paragraph) }
        return paragraphs
    }

    private func paragraph(_ text: String, link: String?, start: String?) -> Letter.Paragraph {
        let bare = text.trimmingSpaces
        switch linkForm {
        case .address: return bare == link || bare == start ? .link(bare) : .text(text)
        case .command(let command):
            if bare == link { return .code(bare) }
            if bare == start { return .code(bare + command.options) }
            return bare == command || command.hasPrefix(bare + " ") ? .code(command) : .text(text)
        }
    }
}

extension String {
    /// What stands behind the first two words of a command line, the space before it included.
    fileprivate var options: Substring {
        dropFirst(split(separator: " ").prefix(2).joined(separator: " ").count)
    }

    /// The text without the white space around it.
    fileprivate var trimmingSpaces: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }),
            let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
