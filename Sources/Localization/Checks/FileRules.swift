import Documents

/// How a locale file is written as a whole (L060); what YAML refuses is found where it is read.
enum FileRules {
    static func findings(_ catalog: Catalog) -> [Diagnostic] {
        guard let source = catalog.source, source.has(0x0D),
            let place = source.bytes.firstIndex(of: 0x0D),
            place + 1 < source.bytes.count, source.bytes[place + 1] == 0x0A
        else { return [] }
        let count = source.bytes.count { $0 == 0x0D }
        return [
            Diagnostic(
                "L060",
                at: source.range(place..<place),
                count == 1
                    ? "a line ends with CR LF" : "\(count) lines end with CR LF, this is the first",
                help: "save the file with LF; most editors show which they use in the status line"
            )
        ]
    }
}
