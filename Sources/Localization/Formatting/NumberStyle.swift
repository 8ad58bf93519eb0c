import CICUBridge

/// How a message shows a number.
enum NumberStyle: Sendable {
    /// The styles that have a name; `number` is the style without a name.
    enum Named: UInt32, Sendable {
        case number, integer, percent
    }

    case named(Named)
    case skeleton(NumberSkeleton)
}

/// A number format made from a skeleton, such as `::.00`.
///
/// A class since it owns a handle. Unchecked since ICU's number formatters may be shared by threads
/// and the handle never changes.
final class NumberSkeleton: @unchecked Sendable {
    private let handle: OpaquePointer

    /// Makes a format from a skeleton without its `::`; `nil` where ICU refuses it.
    init?(_ skeleton: String, _ formats: LanguageFormats) {
        guard let made = pf_number_make(formats.handle, skeleton, skeleton.bridgedLength) else {
            return nil
        }
        handle = made
    }

    deinit {
        pf_number_free(handle)
    }

    func append(_ value: Int64, to buffer: inout ByteWriter) -> Bool {
        BridgedText.append(to: &buffer) { pf_number_integer(handle, value, $0, $1) }
    }

    func append(_ value: Double, to buffer: inout ByteWriter) -> Bool {
        BridgedText.append(to: &buffer) { pf_number_double(handle, value, $0, $1) }
    }
}
