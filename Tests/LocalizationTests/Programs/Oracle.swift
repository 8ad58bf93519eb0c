import CICUBridge
import Localization

/// icu::MessageFormat for one pattern: what message programs are compared with.
final class Oracle {
    private let handle: OpaquePointer

    init?(_ pattern: String, _ language: LanguageTag, zone: String = "UTC") {
        let length = Int32(pattern.utf8.count)
        guard let made = pf_oracle_make(pattern, length, language.rawValue, zone) else {
            return nil
        }
        handle = made
    }

    deinit {
        pf_oracle_free(handle)
    }

    /// What ICU writes; `nil` where it refuses.
    ///
    /// Only texts, choices, numbers, dates and times.
    func format(_ arguments: [String: MessageArgument]) -> String? {
        var held: [UnsafeMutablePointer<CChar>] = []
        defer { for text in held { text.deallocate() } }
        func hold(_ text: String) -> UnsafePointer<CChar> {
            let bytes = text.utf8CString
            let copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
            for (index, byte) in bytes.enumerated() { copy[index] = byte }
            held.append(copy)
            return UnsafePointer(copy)
        }
        let values = arguments.map { name, argument in
            var value = pf_value()
            value.name = hold(name)
            switch argument {
            case .text(let text), .choice(let text):
                value.kind = pf_value_text
                value.text = hold(text)
            case .integer(let number):
                value.kind = pf_value_integer
                value.integer = number
            case .number(let number):
                value.kind = pf_value_number
                value.number = number
            case .date(let instant), .time(let instant):
                value.kind = pf_value_instant
                value.integer = instant
            case .money, .list:
                value.kind = pf_value_text
                value.text = hold("MessageFormat knows no such value")
            }
            return value
        }
        return Self.text { pf_oracle_format(handle, values, Int32(values.count), $0, $1) }
    }

    /// The text of a function of the bridge.
    static func text(_ source: (UnsafeMutablePointer<UInt8>?, Int32) -> Int32) -> String? {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let length = buffer.withUnsafeMutableBufferPointer {
            Int(source($0.baseAddress, Int32($0.count)))
        }
        guard length >= 0, length <= buffer.count else { return nil }
        return String(decoding: buffer[..<length], as: UTF8.self)
    }
}

/// The five languages.
let fiveLanguages = ["en", "ru", "zh", "id", "cs"].map { LanguageTag($0) }

/// A generator of random numbers that gives the same numbers in each run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
