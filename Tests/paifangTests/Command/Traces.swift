import Foundation

/// Looks for a value in bytes, in every form in which it might have been left there.
struct Traces {
    /// The value in each form, by the form's name.
    private let forms: [(name: String, bytes: [UInt8])]

    init(of value: String) {
        let raw = Array(value.utf8)
        var forms = [("plain", raw)]
        forms.append(("lower case", Array(value.lowercased().utf8)))
        forms.append(
            ("UTF-16 little-endian", value.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        )
        forms.append(
            ("UTF-16 big-endian", value.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] })
        )
        let hex = raw.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        forms.append(("hex", Array(hex.utf8)))
        forms.append(("capital hex", Array(hex.uppercased().utf8)))
        // What stands before it decides how base64 cuts it: three ways, each without its unsure ends.
        for shift in 0..<3 {
            let text = Data([UInt8](repeating: 0, count: shift) + raw).base64EncodedString()
            let inner = text.dropFirst(shift == 0 ? 0 : 4).filter { $0 != "=" }.dropLast(2)
            forms.append(("base64 \(shift)", Array(inner.utf8)))
            let forURLs = inner.map { $0 == "+" ? "-" : $0 == "/" ? "_" : $0 }
            forms.append(("base64url \(shift)", Array(String(forURLs).utf8)))
        }
        self.forms = forms
    }

    /// The names of the forms in which the value stands in some bytes.
    func found(in bytes: [UInt8]) -> [String] {
        let data = Data(bytes)
        return forms.filter { !$0.bytes.isEmpty && data.range(of: Data($0.bytes)) != nil }.map(
            \.name
        )
    }
}
