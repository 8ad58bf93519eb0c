/// Measures text in terminal cells; `Localization` knows how, and is not known here.
public struct TextMeasure: Sendable {
    /// How many cells a text takes.
    public let cells: @Sendable (String) -> Int
    /// The longest beginning that fits, with `…` where something was cut off.
    public let truncate: @Sendable (String, Int) -> String
    /// The lines of at most so many cells, at least one.
    public let wrap: @Sendable (String, Int) -> [String]

    /// Makes a measure.
    public init(
        cells: @escaping @Sendable (String) -> Int,
        truncate: @escaping @Sendable (String, Int) -> String,
        wrap: @escaping @Sendable (String, Int) -> [String]
    ) {
        self.cells = cells
        self.truncate = truncate
        self.wrap = wrap
    }
}
