public import Flows

/// Why a file is not taken.
public enum UploadProblem: String, Error, Sendable, Hashable, CaseIterable {
    /// There is no file of this name.
    case notFound = "not_found"
    /// It can't be read, or is no file at all.
    case unreadable
    /// There is nothing in it.
    case empty
    /// It has more bytes than the field takes.
    case tooLarge = "too_large"
    /// It begins like no picture.
    case notAPicture = "not_a_picture"
    /// It is a picture of another format than the field takes.
    case format
    /// It begins like a picture and does not go on so: cut off, or changed.
    case damaged
    /// It has more pixels than a camera makes.
    case tooManyPixels = "too_many_pixels"

    /// What the person is told.
    public func reason(within bounds: FileBounds) -> FieldProblem.Reason {
        var arguments: [String: ProblemArgument] = [:]
        switch self {
        case .notAPicture, .format: arguments["formats"] = .text(bounds.formatNames)
        case .tooLarge: arguments["max"] = .integer(Int64(bounds.megabytes))
        case .tooManyPixels: arguments["max"] = .integer(Int64(Picture.mostMegapixels))
        case .notFound, .unreadable, .empty, .damaged: break
        }
        return .type(reason: rawValue, arguments: arguments)
    }

    /// What the person is told where there are more files than the field takes.
    public static func tooMany(within bounds: FileBounds) -> FieldProblem.Reason {
        .type(reason: "too_many", arguments: ["max": .integer(Int64(bounds.atMost))])
    }
}
