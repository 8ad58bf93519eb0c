/// The versions of XLIFF that are written and read.
public enum XLIFFVersion: String, Sendable, Hashable, CaseIterable {
    /// XLIFF 1.2, which most tools know.
    case one = "xliff1.2"
    /// XLIFF 2.1.
    case two = "xliff2.1"

    /// The namespace of its elements; that of 2.1 is called 2.0.
    var namespace: String {
        switch self {
        case .one: "urn:oasis:names:tc:xliff:document:1.2"
        case .two: "urn:oasis:names:tc:xliff:document:2.0"
        }
    }
}
