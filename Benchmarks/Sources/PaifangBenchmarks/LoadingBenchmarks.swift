import Dispatch
import Documents
import Localization
import Synchronization
import YAML

/// Locale files from text to catalogues, and checked by every rule: 5,000 messages in each of five languages.
enum LoadingBenchmarks {
    private static let languages = LoadingPhrases.all.map { LanguageTag($0.language) }
    private static let files = LoadingPhrases.all.map { Array($0.file(messages: 5000).utf8) }

    private static func source(_ index: Int) -> SourceText {
        SourceText(path: "\(languages[index].rawValue).yaml", bytes: files[index])
    }

    /// Files that wait to be read, trees that wait for their catalogues, and what became of them.
    private struct Work {
        var files = Array(languages.indices.reversed())
        var trees: [(index: Int, root: DocumentNode, source: SourceText)] = []
        var catalogs = [Catalog?](repeating: nil, count: languages.count)
    }

    /// All messages; whichever core is free reads the next file, or makes a catalogue of one that was read.
    private static func loaded() -> [Catalog] {
        let work = Mutex(Work())
        DispatchQueue.concurrentPerform(iterations: languages.count) { _ in
            while true {
                if let index = work.withLock({ $0.files.popLast() }) {
                    let source = source(index)
                    guard let root = YAMLReader.read(source).root else { continue }
                    work.withLock { $0.trees.append((index, root, source)) }
                } else if let (index, root, source) = work.withLock({ $0.trees.popLast() }) {
                    let catalog =
                        Catalog.load(root, language: languages[index], source: source).catalog
                    work.withLock { $0.catalogs[index] = catalog }
                } else {
                    return
                }
            }
        }
        return work.withLock { $0.catalogs.compactMap(\.self) }
    }

    static func run() {
        var findings: [Diagnostic] = []
        var count = 0
        // Who loads messages keeps them: letting go of those of the round before takes no part.
        var kept: Catalogs?
        let whole = Figure.measure(times: 1, rounds: 15, before: { kept = nil }) {
            let catalogs = Catalogs(loaded())
            findings = LocaleChecks.check(
                catalogs: catalogs,
                perform: DispatchQueue.concurrentPerform
            )
            kept = catalogs
        }
        if let kept {
            count = kept.languages.reduce(0) { $0 + (kept[$1]?.keys.count ?? 0) }
        }
        precondition(count == 25_000 && findings.isEmpty, "all messages are there, and right")
        Figure(name: "loading.25000messages.checked", nanoseconds: whole).report()
        let loading = Figure.measure(times: 1, rounds: 15, before: { kept = nil }) {
            kept = Catalogs(loaded())
        }
        Figure(name: "loading.25000messages.loaded", nanoseconds: loading).report()
        parts()
        let regional = Figure.measure(times: 10) {
            count &+= RegionalFormats(LanguageTag("ru")).countries.count
        }
        Figure(name: "loading.countryNames", nanoseconds: regional).report()
    }

    /// The parts of the whole once and no clock, for a profiler that counts instructions.
    static func loads() {
        let sources = languages.indices.map { source($0) }
        let roots = repeatTrees(sources)
        let catalogs = repeatCatalogs(roots, sources)
        let count = repeatChecks(Catalogs(catalogs)).count
        precondition(catalogs.count == languages.count && count == 0, "all is read, and right")
    }

    @inline(never)
    private static func repeatTrees(_ sources: [SourceText]) -> [DocumentNode] {
        sources.compactMap { YAMLReader.read($0).root }
    }

    @inline(never)
    private static func repeatCatalogs(
        _ roots: [DocumentNode],
        _ sources: [SourceText]
    ) -> [Catalog] {
        languages.indices.map { index in
            Catalog.load(roots[index], language: languages[index], source: sources[index]).catalog
        }
    }

    @inline(never)
    private static func repeatChecks(_ catalogs: Catalogs) -> [Diagnostic] {
        LocaleChecks.check(catalogs: catalogs)
    }

    /// The parts of the whole by themselves, one language after another.
    private static func parts() {
        let sources = languages.indices.map { source($0) }
        var roots: [DocumentNode] = []
        let reading = Figure.measure(times: 1, before: { roots = [] }) {
            roots = repeatTrees(sources)
        }
        Figure(name: "loading.25000messages.trees", nanoseconds: reading).report()
        var catalogs: [Catalog] = []
        let cataloguing = Figure.measure(times: 1, before: { catalogs = [] }) {
            catalogs = repeatCatalogs(roots, sources)
        }
        Figure(name: "loading.25000messages.catalogs", nanoseconds: cataloguing).report()
        let all = Catalogs(catalogs)
        var findings: [Diagnostic] = []
        let checking = Figure.measure(times: 1) { findings = repeatChecks(all) }
        Figure(name: "loading.25000messages.checks", nanoseconds: checking).report()
        precondition(findings.isEmpty, "the optimizer must not drop what is measured")
    }
}
