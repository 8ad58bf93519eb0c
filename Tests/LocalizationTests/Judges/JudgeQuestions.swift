import Localization

/// What the judges of Tests/Judges ask.
struct JudgeQuestions: Decodable {
    /// A message that is to be said, several times.
    struct Message: Decodable {
        let language: String
        /// The key in the language's file, or the pattern itself.
        let key: String?
        let pattern: String?
        let zone: String
        let arguments: [[String: Value]]
    }

    /// The value of an argument.
    struct Value: Decodable {
        let kind: String
        let text: String?
        let number: Double?
        let integer: Int64?

        /// The value as messages take it; `nil` where the kind is unknown or has no value.
        var argument: MessageArgument? {
            switch kind {
            case "text": text.map { .text($0) }
            case "number": number.map { .number($0) }
            case "integer": integer.map { .integer($0) }
            case "instant": integer.map { .time(milliseconds: $0) }
            default: nil
            }
        }
    }

    let messages: [Message]?
    /// Texts whose width is asked for.
    let texts: [String]?
    /// Languages whose plural forms are asked for.
    let languages: [String]?
    /// Whether the width of every scalar is asked for.
    let isEveryScalarAsked: Bool?
}

/// What is answered, in the order of the questions.
struct JudgeAnswers: Encodable {
    /// The measures of a text.
    struct Text: Encodable {
        let cells: Int
        /// The text cut to every number of cells from 0 to its own.
        let cuts: [String]
    }

    /// The plural forms of a language, for counting and for ordering.
    struct Forms: Encodable {
        let plural: [String]
        let selectordinal: [String]
    }

    /// Neighbouring scalars that take the same room.
    struct Scalars: Encodable {
        let first: UInt32
        var last: UInt32
        let cells: Int
        /// The same where ambiguous characters are wide.
        let wideCells: Int
    }

    /// The keys of each language's file.
    var keys: [String: [String]] = [:]
    var messages: [[String]] = []
    var texts: [Text] = []
    var forms: [Forms] = []
    var scalars: [Scalars] = []
}
