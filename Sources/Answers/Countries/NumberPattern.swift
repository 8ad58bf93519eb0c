/// The shape of a postal code or document number: `9` a digit, `A` a letter, the rest as it stands.
struct NumberPattern {
    private let shape: [Unicode.Scalar]

    /// Makes a pattern.
    init(_ shape: String) { self.shape = Array(shape.unicodeScalars) }

    /// The text in this shape, with the shape's own spaces and hyphens; `nil` where it does not fit.
    ///
    /// The text must come without spaces and hyphens, in upper case.
    func filled(with text: String) -> String? {
        var rest = text.unicodeScalars[...]
        var result = String.UnicodeScalarView()
        for place in shape {
            if place == " " || place == "-" {
                result.append(place)
                continue
            }
            guard let scalar = rest.popFirst(), Self.fits(scalar, place) else { return nil }
            result.append(scalar)
        }
        return rest.isEmpty ? String(result) : nil
    }

    /// The text in the first of several shapes that it fits, the shapes separated by vertical bars.
    static func filled(_ shapes: String, with text: String) -> String? {
        for shape in shapes.split(separator: "|") {
            if let result = NumberPattern(String(shape)).filled(with: text) { return result }
        }
        return nil
    }

    private static func fits(_ scalar: Unicode.Scalar, _ place: Unicode.Scalar) -> Bool {
        switch place {
        case "9": scalar.isDigit
        case "A": scalar.isLatinLetter
        default: scalar == place
        }
    }
}
