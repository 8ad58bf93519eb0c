import Documents
import Flows
import Foundation
import Sessions

/// All data of an account, for its owner.
struct AccountExport {
    let account: AccountView

    /// What stands for a secret: nobody can read it, the owner of the program included.
    private static let sealed = "kept in a form that nobody can read"

    /// One JSON document.
    var json: String {
        let fields = account.fields.sorted { $0.key < $1.key }.map { name, value in
            JSONValue.Member(name.text, Self.value(value))
        }
        return JSONWriter.indented([
            "schema": 1, "account": .string(account.id),
            "created": .string(Self.time(account.createdAt)), "fields": .object(fields),
        ])
    }

    private static func value(_ value: FieldValue) -> JSONValue {
        switch value {
        case .text(let text): .string(text)
        case .bool(let isTrue): .bool(isTrue)
        case .integer(let number): Int(exactly: number).map { .integer($0) } ?? .string("\(number)")
        case .money(let money): .string("\(money)")
        case .date(let day): .string(String(time(day).prefix(10)))
        case .consent(let consent):
            [
                "document": .string(consent.document), "version": .integer(consent.version),
                "accepted": .string(time(consent.at)), "language": .string(consent.locale),
            ]
        case .list(let items):
            .array(items.map { item in .array(item.map { $0.map(Self.value) ?? .null }) })
        case .files(let files): .integer(files.count)
        case .sealed: .string(sealed)
        case .passed: .null
        }
    }

    static func time(_ milliseconds: Int64) -> String {
        Date(timeIntervalSince1970: Double(milliseconds) / 1000).ISO8601Format()
    }
}
