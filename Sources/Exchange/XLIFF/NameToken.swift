/// Names in XLIFF files.
enum NameToken {
    /// A name with nothing but letters, digits and `_ - . :`; `=0` is `0`, other characters are numbers behind `_`.
    static func of(_ name: String) -> String {
        let name = name.hasPrefix("=") ? String(name.dropFirst()) : name
        var token = ""
        for byte in name.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "-"),
                UInt8(ascii: "."), UInt8(ascii: ":"):
                token.unicodeScalars.append(Unicode.Scalar(byte))
            default: token += "_" + String(byte, radix: 16, uppercase: true)
            }
        }
        return token.isEmpty ? "_" : token
    }
}
