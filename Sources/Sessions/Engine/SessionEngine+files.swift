public import Flows
import Secrets
import Uploads

/// Files of a walk: encrypted with the session's key, and erased when the walk has ended.
extension SessionEngine {
    /// A picture under a random name, and the row that keeps it.
    func row(
        of picture: Picture,
        in session: LiveSession
    ) -> (reference: FileReference, row: FileRow) {
        let name = SessionEngine.hex(SystemRandom().bytes(16))
        let body = session.cipher.seal(picture.bytes, table: "files", column: name, version: 1)
        return (
            picture.reference(named: name), FileRow(name: name, session: session.id, body: body)
        )
    }

    /// The bytes of a file; `nil` where it is kept no more.
    public func bytes(
        of file: FileReference,
        in session: LiveSession
    ) throws(SessionFailure) -> [UInt8]? {
        let row = try store { () throws(StoreFailure) in try store.file(file.name) }
        guard let row, row.session == session.id else { return nil }
        return try session.cipher.open(row.body, table: "files", column: file.name, version: 1)
    }
}

extension FlowState {
    /// The names of the files that the walk keeps; none once it has ended.
    var keptFiles: Set<String> {
        guard outcome == nil else { return [] }
        var names: Set<String> = []
        for case .files(let files)? in fields { names.formUnion(files.map(\.name)) }
        return names
    }
}
