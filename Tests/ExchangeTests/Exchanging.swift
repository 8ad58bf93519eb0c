import Documents
import Localization
import Testing

@testable import Exchange

/// The ways in which messages are exchanged.
struct Way: CustomTestStringConvertible, Sendable {
    let version: XLIFFVersion
    let cut: UnitCut

    static let all = XLIFFVersion.allCases.flatMap { version in
        [UnitCut.whole, .split].map { Way(version: version, cut: $0) }
    }

    var testDescription: String { "\(version.rawValue) \(cut)" }
}

/// A few messages on their way to translators and back.
struct Exchanging {
    let bundle: ExchangeBundle
    let way: Way

    init(_ messages: [ExchangeMessage], to language: LanguageTag, _ way: Way) {
        bundle = ExchangeBundle(
            source: LanguageTag("en"),
            target: language,
            file: "locales/\(language.rawValue).yaml",
            messages: messages
        )
        self.way = way
    }

    /// One message whose key is `key`.
    init(
        _ source: String,
        _ target: String?,
        status: ExchangeMessage.Status = .translated,
        description: MessageDescription? = nil,
        terms: [ExchangeMessage.Term] = [],
        to language: LanguageTag = LanguageTag("ru"),
        _ way: Way = Way(version: .one, cut: .whole)
    ) {
        let message = ExchangeMessage(
            key: "key",
            source: source,
            target: target,
            status: status,
            description: description,
            terms: terms
        )
        self.init([message], to: language, way)
    }

    /// The file that goes out.
    var text: String { XLIFFFile.text(of: bundle, version: way.version, cut: way.cut) }

    /// A file as it is read.
    static func read(_ text: String) throws -> XLIFFDocument {
        try XLIFFReader.read(SourceText(path: "back.xlf", text: text)).get()
    }

    /// What comes of a file that comes back.
    func back(_ text: String, isForced: Bool = false) throws -> TranslationImport {
        TranslationImport(try Self.read(text), into: bundle, isForced: isForced)
    }

    /// What comes of the file that went out, with some of its text replaced.
    func back(
        replacing old: String,
        by new: String,
        isForced: Bool = false
    ) throws -> TranslationImport {
        let sent = text
        try #require(sent.contains(old), "\(old) in \(sent)")
        return try back(sent.replacing(old, with: new), isForced: isForced)
    }

    /// The messages put together from nothing but the targets in a file.
    func joined(from document: XLIFFDocument) throws -> [String] {
        try bundle.messages.map { message in
            let units = try MessageUnits(message, cut: way.cut, for: bundle.target)
            var texts: [String: [UnitPart]] = [:]
            for unit in units.units {
                let back = try #require(document.units.first { $0.id == unit.id }, "\(unit.id)")
                let reading = UnitReading(unit: unit, language: bundle.target)
                texts[unit.id] = try back.target.map { try reading.parts(of: $0) } ?? []
            }
            return units.joined(texts)
        }
    }
}
