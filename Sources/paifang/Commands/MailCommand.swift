import ArgumentParser
import Documents
import Foundation

/// `paifang mail`: reads the letters and short messages that were put into the folder of a database.
struct MailCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mail",
        abstract: "Read the letters and short messages that went out.",
        discussion: """
            Lists what stands in the folder of the database, the newest last; `paifang mail 1` shows the newest, \
            `paifang mail 2` the one before, or name a file. What went to a gateway is not here.
            """
    )

    @Argument(help: "Which one: 1 is the newest; or the name of its file.")
    var which: String?

    @Option(help: "The database; by default one of this user's own.")
    var db: String?

    @OptionGroup var shared: SharedOptions

    func run() throws {
        let situation = Situation(shared)
        let folder = MailFolder(path: try situation.dataFiles(db).mailFolder)
        let all = folder.items
        guard let which else { return list(all) }
        let found =
            Int(which).map { number in
                number > 0 && number <= all.count ? all[number - 1] : nil
            } ?? all.first { $0.name == which }
        guard let item = found, let text = folder.text(of: item) else {
            Standard.error(
                "paifang: no letter \(VisibleText.escaping(which)); paifang mail lists what is there"
            )
            throw ExitCode.impossible
        }
        if shared.isJSON {
            return Standard.output(JSONWriter.compact(value(item, text: text)))
        }
        Standard.output(
            text.split(separator: "\n", omittingEmptySubsequences: false)
                .map { VisibleText.escaping(String($0)) }.joined(separator: "\n")
        )
    }

    private func list(_ all: [MailFolder.Item]) {
        if shared.isJSON {
            let rows = all.reversed().map { value($0, text: nil) }
            return Standard.output(JSONWriter.compact(["schema": 1, "letters": .array(rows)]))
        }
        for (index, item) in all.enumerated().reversed() {
            let parts = ["\(index + 1)", item.time, item.channel, item.name]
            Standard.output(parts.map(VisibleText.escaping).joined(separator: "  "))
        }
        if all.isEmpty, !shared.isQuiet { Standard.error("paifang: nothing has gone out") }
    }

    private func value(_ item: MailFolder.Item, text: String?) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("file", .string(item.name)), .init("at", .string(item.time)),
            .init("channel", .string(item.channel)),
        ]
        if let text { members += [.init("text", .string(text))] }
        return .object(text == nil ? members : [.init("schema", 1)] + members)
    }
}
