import Documents
import Synchronization

extension Catalog {
    /// A message with its key and the place it was read from.
    ///
    /// A class so that handing it out, and making room for more, copies nothing; what it says never changes.
    final class Entry: Sendable {
        /// A key as it stands in the file; it may hold dots.
        struct Word: Sendable, Hashable {
            let text: String
            let range: SourceRange
        }

        let key: MessageKey
        let pattern: String
        /// The message's parts; `nil` where it is plain text.
        let parsed: MessageTree?
        /// Whether there is more than words as they stand.
        let hasParts: Bool
        /// The keys around its own, outermost first; messages of one mapping share them.
        let parents: [Word]
        let word: Word
        /// Where the scalar stands, quotes included.
        let range: SourceRange
        let style: DocumentNode.ScalarStyle
        private let compiled = AtomicLazyReference<Compiled>()

        /// Makes an entry; with `program`, that is the message's.
        init(
            key: MessageKey,
            pattern: String,
            parsed: MessageTree?,
            program: MessageProgram?,
            parents: [Word],
            word: Word,
            range: SourceRange,
            style: DocumentNode.ScalarStyle
        ) {
            self.key = key
            self.pattern = pattern
            self.parsed = parsed
            hasParts = parsed?.hasParts == true
            self.parents = parents
            self.word = word
            self.range = range
            self.style = style
            if let program { _ = compiled.storeIfNil(Compiled(program)) }
        }

        /// The message's parts.
        var tree: MessageTree { parsed ?? .plain(pattern) }

        /// Finds places in the pattern.
        var place: PatternPlace { PatternPlace(range: range, style: style, text: pattern) }

        /// Where the innermost key stands.
        var keyPlace: SourceRange { word.range }

        /// The keys that lead to it, outermost first.
        var path: [Word] { parents + [word] }

        /// The message's program, made once in the language of its file, when it is first asked for.
        ///
        /// A walk shows some of the messages, and a check none. What may turn out not to be a message is compiled when it
        /// is read (``MessageTree/isSurelyRight``).
        func program(in language: LanguageTag) -> MessageProgram {
            if let compiled = compiled.load() { return compiled.program }
            guard let parsed else { return MessageProgram(plain: pattern) }
            let program: MessageProgram
            do {
                program = try ProgramCompiler.compile(parsed, LanguageFormats.of(language))
            } catch {
                assertionFailure("`\(key.rawValue)` was taken for a message: \(error)")
                program = MessageProgram(plain: pattern)
            }
            return compiled.storeIfNil(Compiled(program)).program
        }
    }

    /// A program that several threads may come to make at the same time.
    private final class Compiled: Sendable {
        let program: MessageProgram

        init(_ program: MessageProgram) { self.program = program }
    }
}
