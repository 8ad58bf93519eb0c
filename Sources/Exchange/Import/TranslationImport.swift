public import Documents
public import Localization

/// What an XLIFF file changes in the translations of a project, and what of it is refused.
///
/// A unit that can't be taken is refused by itself, with its place in the file and the reason; the rest comes in.
public struct TranslationImport: Sendable {
    /// A translation that changes.
    public struct Change: Sendable, Hashable {
        /// The message.
        public let key: MessageKey
        /// The new text; `nil` where only the state changes.
        public let pattern: String?
        /// How far the translation is now; `nil` where that stays.
        public let status: TranslationStatus?
        /// Where the file has it.
        public let place: SourceRange
    }

    /// The changes, in the order of the messages.
    public private(set) var changes: [Change] = []
    /// What is refused, in the order of the file.
    public private(set) var refusals: [Diagnostic] = []
    /// How many messages came back as they are.
    public private(set) var unchangedCount = 0
    /// How many messages came back without a translation.
    public private(set) var untranslatedCount = 0

    /// Holds a file against the messages as they are now.
    ///
    /// O(length of both).
    ///
    /// - Parameters:
    ///   - document: The file.
    ///   - bundle: The messages of the language, all of them.
    ///   - isForced: Whether translations of another English text are taken, too.
    public init(
        _ document: XLIFFDocument,
        into bundle: ExchangeBundle,
        isForced: Bool = false
    ) {
        var index = UnitIndex(bundle)
        var refused: [Diagnostic] = []
        var returned: [Int: [UnitIndex.Returned]] = [:]
        for unit in document.units {
            switch index.find(unit) {
            case .success(let found): returned[found.message, default: []].append(found)
            case .failure(let refusal): refused.append(Self.finding(refusal, unit, in: document))
            }
        }
        for (message, units) in returned.sorted(by: { $0.key < $1.key }) {
            guard let cut = units.first.flatMap({ index.units(of: message, $0.cut) }) else {
                continue
            }
            var taking = MessageTaking(cut, bundle.target, isForced: isForced)
            for unit in units { taking.take(unit.sent, unit.returned) }
            taking.finish()
            refused += taking.refusals.map { Self.finding($0.refusal, $0.unit, in: document) }
            let line = units.first.map { $0.returned.target?.line ?? $0.returned.line } ?? 1
            let place = XLIFFDocument.range(ofLine: line, in: document.file)
            switch taking.outcome {
            case .untranslated: untranslatedCount += 1
            case .unchanged: unchangedCount += 1
            case .refused: break
            case .changed(let pattern, let status):
                changes.append(
                    Change(
                        key: bundle.messages[message].key,
                        pattern: pattern,
                        status: status,
                        place: place
                    )
                )
            }
        }
        refusals = refused.sorted { $0.range.start < $1.range.start }
    }

    private static func finding(
        _ refusal: UnitRefusal,
        _ unit: XLIFFDocument.Unit,
        in document: XLIFFDocument
    ) -> Diagnostic {
        let isAboutTarget = ["L173", "L174", "L175"].contains(refusal.code)
        let line = isAboutTarget ? unit.target?.line ?? unit.line : unit.line
        return Diagnostic(
            refusal.code,
            at: XLIFFDocument.range(ofLine: line, in: document.file),
            refusal.message,
            help: refusal.help
        )
    }

    /// Takes changes back that the checks of the project do not let in.
    ///
    /// - Parameter findings: What was found in the new texts, by message.
    public mutating func refuse(_ findings: [MessageKey: Diagnostic]) {
        for change in changes {
            guard let finding = findings[change.key] else { continue }
            refusals.append(
                Diagnostic(
                    "L177",
                    at: change.place,
                    "\(finding.message) (\(finding.code))",
                    notes: finding.notes,
                    help: finding.help
                )
            )
        }
        changes.removeAll { findings[$0.key] != nil }
        refusals.sort { $0.range.start < $1.range.start }
    }
}
