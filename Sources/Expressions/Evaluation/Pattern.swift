import CRE2Bridge

/// A compiled regular expression.
///
/// A class because it owns a handle of RE2, which is freed with it.
// Unchecked: the handle never changes after `init`, and RE2 may be matched by several threads at once.
final class Pattern: @unchecked Sendable {
    /// Why a pattern was refused, in RE2's words.
    struct Refusal: Error {
        let reason: String
    }

    private let handle: OpaquePointer
    /// Says how much work a match may be.
    let weight: Int

    init(_ source: String) throws(Refusal) {
        var message = [CChar](repeating: 0, count: 200)
        let handle = CodePoints.withBytes(source) { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                paifang_pattern_new(
                    characters.baseAddress,
                    Int32(characters.count),
                    &message,
                    Int32(message.count)
                )
            }
        }
        guard let handle else {
            let bytes = message.prefix { $0 != 0 }.map(UInt8.init(bitPattern:))
            throw Refusal(reason: String(decoding: bytes, as: UTF8.self))
        }
        self.handle = handle
        weight = PatternWeight.weight(of: source)
    }

    deinit { paifang_pattern_free(handle) }

    /// Whether the pattern matches some part of a text; `nil` where matching failed.
    func isFound(in text: String) -> Bool? {
        let result = CodePoints.withBytes(text) { bytes -> Int32 in
            guard let count = Int32(exactly: bytes.count) else { return -1 }
            return bytes.withMemoryRebound(to: CChar.self) { characters in
                paifang_pattern_is_found(handle, characters.baseAddress, count)
            }
        }
        return result < 0 ? nil : result == 1
    }
}
