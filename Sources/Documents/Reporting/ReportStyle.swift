/// Whether a report is coloured; what it means is in its words either way.
public enum ReportStyle: Sendable, Hashable {
    /// No escape sequences.
    case plain
    /// Colours of ANSI terminals (ECMA-48, SGR).
    case ansi

    /// What a part of a report is.
    package enum Role {
        case error, warning, related, frame, emphasis

        init(_ severity: Diagnostic.Severity) {
            switch severity {
            case .error: self = .error
            case .warning: self = .warning
            }
        }

        fileprivate var code: String {
            switch self {
            case .error: "1;31"
            case .warning: "1;33"
            case .related: "1;36"
            case .frame: "1;34"
            case .emphasis: "1"
            }
        }
    }

    /// A text in the colour of its role.
    package func paint(_ text: String, _ role: Role) -> String {
        switch self {
        case .plain: text
        case .ansi: text.isEmpty ? text : "\u{1B}[\(role.code)m\(text)\u{1B}[0m"
        }
    }
}
