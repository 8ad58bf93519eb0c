public import Flows
import Localization

/// Makes a typed secret the same bytes each time it is typed, without looking at what it says.
public enum SecretText {
    /// A secret in its one form, or why it can't be one; never printed.
    public enum Prepared: Hashable, Sendable {
        /// The secret; for the vault only.
        case secret(String)
        /// The last part of `error.secret.<reason>`, with the message's arguments.
        case problem(reason: String, arguments: [String: ProblemArgument])
    }

    /// Prepares a password, or an answer to a security question.
    ///
    /// Both by the OpaqueString profile of RFC 8265: canonical composition, other spaces as U+0020, case
    /// kept. An answer loses the white space around it, a password is taken as it is.
    public static func prepare(
        _ raw: String,
        isAnswer: Bool,
        length: LengthBounds = LengthBounds()
    ) -> Prepared {
        guard raw.utf8.count <= TypedText.maximumBytes else { return tooLong(length) }
        guard !raw.unicodeScalars.isEmpty else { return .problem(reason: "empty", arguments: [:]) }
        let text = isAnswer ? raw.trimmed : raw
        guard !text.unicodeScalars.isEmpty else { return .problem(reason: "empty", arguments: [:]) }
        guard !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }),
            let secret = OpaqueString.enforce(text)
        else { return .problem(reason: "control_characters", arguments: [:]) }
        let count = secret.unicodeScalars.count
        if count > length.maximum { return tooLong(length) }
        if count < length.minimum {
            return .problem(
                reason: "too_short",
                arguments: ["min": .integer(Int64(length.minimum))]
            )
        }
        return .secret(secret)
    }

    private static func tooLong(_ length: LengthBounds) -> Prepared {
        .problem(reason: "too_long", arguments: ["max": .integer(Int64(length.maximum))])
    }
}

extension SecretText.Prepared: CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    /// Never the secret.
    public var description: String { "***" }
    /// Never the secret.
    public var debugDescription: String { description }
    /// Nothing to look into.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
