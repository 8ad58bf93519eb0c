/// A value that must not be printed, dumped or reflected.
///
/// Conforming types say `***` wherever Swift turns a value into text, and show a mirror without
/// children. They must not be `Encodable`: nothing in the language can refuse that here.
public protocol Concealed: CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{}

extension Concealed {
    /// Always `***`.
    public var description: String { "***" }

    /// Always `***`.
    public var debugDescription: String { "***" }

    /// A mirror without children.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
