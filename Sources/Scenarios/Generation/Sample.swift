public import Documents
public import Flows

/// A value that can stand in a field, and how a person would give it.
public struct Sample: Hashable, Sendable {
    /// The value that the machine takes.
    ///
    /// A secret is sealed under a reference that says its own text: it guards nothing.
    public let value: FieldValue
    /// The answer as scenarios write it: ISO dates, names of options, `pass` for a proof, `shown` for a code.
    public let written: JSONValue

    /// Makes a sample.
    public init(value: FieldValue, written: JSONValue) {
        self.value = value
        self.written = written
    }

    /// A text that is written as it is kept.
    static func text(_ text: String) -> Sample {
        Sample(value: .text(text), written: .string(text))
    }

    /// A secret, sealed as a vault would.
    static func secret(_ text: String) -> Sample {
        Sample(value: .sealed(SecretReference("sample:\(text)")), written: .string(text))
    }

    /// A proof that was right.
    static let proof = Sample(value: .passed, written: "pass")

    /// A code as it was sent.
    static let code = Sample(value: .passed, written: .string(AnswerSheet.shownCode))
}

/// A sample as the answer to a field.
public struct SampleAnswer: Hashable, Sendable {
    /// The field.
    public let field: FieldName
    /// The answer.
    public let sample: Sample

    /// Makes an answer.
    public init(field: FieldName, sample: Sample) {
        self.field = field
        self.sample = sample
    }
}

extension [SampleAnswer] {
    /// The values by field, as events carry them.
    var values: [FieldName: FieldValue] {
        Dictionary(map { ($0.field, $0.sample.value) }) { first, _ in first }
    }
}
