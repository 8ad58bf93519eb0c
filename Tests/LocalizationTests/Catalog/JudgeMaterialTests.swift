import Foundation
import Localization
import Testing

/// Writes what the messages say, for Tests/Judges/messages.py to compare with ICU as Python has it.
@Suite("Material for the judges")
struct JudgeMaterialTests {
    private static let path = ProcessInfo.processInfo.environment["PAIFANG_JUDGE_MESSAGES"]

    private struct Value: Encodable {
        let kind: String
        let text: String?
        let number: Double?
        let integer: Int64?
    }

    private struct Sample: Encodable {
        let language: String
        let key: String
        let arguments: [String: Value]
        let text: String
    }

    private static func value(_ argument: MessageArgument) -> Value? {
        switch argument {
        case .text(let text), .choice(let text):
            Value(kind: "text", text: text, number: nil, integer: nil)
        case .integer(let number):
            Value(kind: "integer", text: nil, number: nil, integer: number)
        case .number(let number):
            Value(kind: "number", text: nil, number: number, integer: nil)
        case .date(let instant), .time(let instant):
            Value(kind: "instant", text: nil, number: nil, integer: instant)
        case .money, .list: nil
        }
    }

    @Test(.enabled(if: path != nil))
    func `every branch of every message is written down`() throws {
        let path = try #require(Self.path)
        var samples: [Sample] = []
        for language in LocaleFiles.languages {
            let catalog = try #require(try LocaleFiles.load(language).catalog)
            for key in catalog.keys {
                let program = try #require(catalog.program(for: key))
                for arguments in BranchArguments(program).sets {
                    samples.append(
                        Sample(
                            language: language.rawValue,
                            key: key.rawValue,
                            arguments: arguments.compactMapValues(Self.value),
                            text: program.format(arguments, zone: "UTC")
                        )
                    )
                }
            }
        }
        #expect(!samples.isEmpty)
        try JSONEncoder().encode(samples).write(to: URL(fileURLWithPath: path))
    }
}
