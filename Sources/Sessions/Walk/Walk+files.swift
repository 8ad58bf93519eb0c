import Flows
import Screens
import Uploads

/// Files that a person gives by their paths.
extension Walk {
    /// What takes the file that was given last out again.
    public static let withoutLastFile = "-"

    /// Adds files to those that were given before: all that a line names, or none of them.
    func answer(
        files raw: String,
        within bounds: FileBounds,
        at path: AnswerPath,
        in place: AnswerPlace
    ) -> WalkReply {
        var files: [FileReference] = []
        if case .files(let given)? = state.fields[place.slot], !state.isHidden(place.slot) {
            files = given
        }
        let source = surroundings.files
        let typed = TypedPaths.paths(in: raw, home: source.home, isFile: source.isFile)
        if typed.isEmpty {
            if place.part.isOptional { return keep(.text(""), at: path, in: place) }
            return refuse(FieldProblem(field: path.field, reason: .missing), raw: nil)
        }
        if typed == [Self.withoutLastFile] {
            return keep(.files(Array(files.dropLast())), at: path, in: place)
        }
        guard files.count + typed.count <= bounds.atMost else {
            let reason = UploadProblem.tooMany(within: bounds)
            return refuse(FieldProblem(field: path.field, reason: reason), raw: nil)
        }
        var rows: [FileRow] = []
        do throws(UploadProblem) {
            for name in typed {
                let bytes = try source.bytes(at: name, atMost: bounds.bytes)
                let made = engine.row(of: try Picture(bytes, within: bounds), in: session)
                files.append(made.reference)
                rows.append(made.row)
            }
        } catch {
            let reason = error.reason(within: bounds)
            return refuse(FieldProblem(field: path.field, reason: reason), raw: raw)
        }
        return keep(.files(files), at: path, in: place, files: rows)
    }
}
