/// The list that a message becomes.
///
/// A class so that copying a program costs one reference count; it never changes.
final class FlatProgram: Sendable {
    /// A step of the list.
    ///
    /// Targets are indexes into the list; its count is the end.
    enum Operation: Sendable {
        /// Appends bytes of the literal text.
        case literal(start: Int32, end: Int32)
        /// Appends an argument without a type.
        case argument(slot: Int32)
        /// Appends an argument in a number style.
        case number(slot: Int32, style: Int32)
        /// Appends an argument in a date style.
        case date(slot: Int32, style: Int32)
        /// Goes on at a branch.
        case plural(slot: Int32, branches: Int32)
        /// Goes on at a branch.
        case select(slot: Int32, branches: Int32)
        /// Appends the number that a plural chose by.
        case replaceNumber(slot: Int32, branches: Int32)
        /// Goes on elsewhere.
        case jump(Int32)
    }

    /// An argument and how it is used.
    struct Argument: Sendable {
        let name: String
        let kind: MessageArgumentKind
    }

    let formats: LanguageFormats
    let arguments: [Argument]
    let literals: [UInt8]
    let operations: [Operation]
    let numbers: [NumberStyle]
    let dates: [DateWriter]
    let plurals: [PluralBranches]
    let selects: [SelectBranches]

    init(
        formats: LanguageFormats,
        arguments: [Argument],
        literals: [UInt8],
        operations: [Operation],
        numbers: [NumberStyle],
        dates: [DateWriter],
        plurals: [PluralBranches],
        selects: [SelectBranches]
    ) {
        self.formats = formats
        self.arguments = arguments
        self.literals = literals
        self.operations = operations
        self.numbers = numbers
        self.dates = dates
        self.plurals = plurals
        self.selects = selects
    }

    /// The values in the order of the arguments.
    func slots(_ values: [String: MessageArgument]) -> [MessageArgument?] {
        arguments.map { values[$0.name] }
    }

    /// The same list with other literal text, and text around it.
    func mappingLiterals(
        prefix: String,
        suffix: String,
        _ transform: (String) -> String
    ) -> FlatProgram {
        var bytes: [UInt8] = []
        func literal(_ text: String) -> Operation {
            let start = Int32(clamping: bytes.count)
            bytes.append(contentsOf: text.utf8)
            return .literal(start: start, end: Int32(clamping: bytes.count))
        }
        // The prefix is one step more before all others.
        var steps = [literal(prefix)]
        for operation in operations {
            switch operation {
            case .literal(let start, let end):
                let text = String(decoding: literals[Int(start)..<Int(end)], as: UTF8.self)
                steps.append(literal(transform(text)))
            case .jump(let target):
                steps.append(.jump(target + 1))
            case .argument, .number, .date, .plural, .select, .replaceNumber:
                steps.append(operation)
            }
        }
        steps.append(literal(suffix))
        return FlatProgram(
            formats: formats,
            arguments: arguments,
            literals: bytes,
            operations: steps,
            numbers: numbers,
            dates: dates,
            plurals: plurals.map { $0.moved(by: 1) },
            selects: selects.map { $0.moved(by: 1) }
        )
    }
}
