public import Documents
public import Localization

/// An XLIFF file as it came back.
public struct XLIFFDocument: Sendable {
    /// How far a translator's tool says that a unit is.
    enum State: Sendable, Comparable {
        /// Not begun, or begun and not ready.
        case unfinished
        case translated
        case reviewed
    }

    /// A part of a text.
    enum Part: Sendable {
        case text(String)
        /// A placeholder: its id, and what it shows where the file tells.
        case code(id: String, shown: String?)
        /// Markup that is not known here.
        case unknown(String)
    }

    /// A text with the line it begins on.
    struct Text: Sendable {
        let parts: [Part]
        let line: Int
    }

    /// A unit.
    struct Unit: Sendable {
        let id: String
        /// The name that goes with it, where it has one.
        let name: String?
        let line: Int
        let source: Text
        let target: Text?
        /// `nil` where the tool doesn't tell.
        let state: State?
    }

    /// The file.
    let file: SourceText
    let version: XLIFFVersion
    /// The language that is translated to, as the file names it; empty where it doesn't.
    public let language: String
    let units: [Unit]

    /// What is wrong where the file is a translation into another language; `nil` where it may be into this one.
    public func mismatch(with wanted: LanguageTag) -> Diagnostic? {
        guard !language.isEmpty, LanguageTag(language).base != wanted.base else { return nil }
        return Diagnostic(
            "L178",
            at: .start(of: file.path),
            "the file is a translation into `\(language)`, not into `\(wanted.rawValue)`",
            help: "leave --lang out"
        )
    }

    /// Where a line stands, without the blanks at its beginning.
    static func range(ofLine line: Int, in file: SourceText) -> SourceRange {
        var low = 0
        var high = file.bytes.count
        // The first byte that is not before the line.
        while low < high {
            let middle = (low + high) / 2
            if file.position(at: middle).line < line { low = middle + 1 } else { high = middle }
        }
        let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
        let start = file.bytes[low...].prefix(while: isBlank).endIndex
        let end = file.bytes[start...].prefix { $0 != 0x0A && $0 != 0x0D }.endIndex
        return file.range(start..<end)
    }
}
