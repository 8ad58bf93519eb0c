/// What each finding in locale files means, for `paifang explain`.
public enum LocaleFindings {
    /// A finding, explained.
    public struct Explanation: Sendable, Hashable {
        /// The finding in a few words.
        public let title: String
        /// Why it is one, and what to do.
        public let text: String
        /// Files that have it.
        ///
        /// A line `# ru.yaml` begins a file; `# a flow needs: key` is such a need.
        public let wrong: String
        /// The same files, mended.
        public let right: String
    }

    /// The explanations by code.
    public static let explanations: [String: Explanation] =
        [files, patterns, arguments, plurals, branches, shown, text, wording, words, states]
        .reduce(into: [:]) { all, some in all.merge(some) { first, _ in first } }
}
