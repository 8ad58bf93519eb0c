import Documents

/// A message of a locale file as it is written there.
struct WrittenMessage {
    let key: MessageKey
    /// The entries that lead to it, outermost first.
    let path: [DocumentNode.Entry]
    let scalar: DocumentNode.Scalar

    /// The entry that holds the text.
    var entry: DocumentNode.Entry { path[path.count - 1] }

    /// Every text of a locale file, in file order.
    static func all(in root: DocumentNode) -> [WrittenMessage] {
        var all: [WrittenMessage] = []
        add(root.entries ?? [], [], to: &all)
        return all
    }

    private static func add(
        _ entries: [DocumentNode.Entry],
        _ path: [DocumentNode.Entry],
        to all: inout [WrittenMessage]
    ) {
        for entry in entries {
            let path = path + [entry]
            switch entry.value.content {
            case .scalar(let scalar):
                let key = path.map(\.key).joined(separator: ".")
                all.append(WrittenMessage(key: MessageKey(key), path: path, scalar: scalar))
            case .mapping(let inner): add(inner, path, to: &all)
            // A list is no message; that is found where files are checked.
            case .sequence: break
            }
        }
    }
}
