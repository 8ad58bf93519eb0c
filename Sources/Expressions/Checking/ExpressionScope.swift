import Documents

/// The names that an expression may use.
///
/// A name may be dotted (`account.email`): `a.b` means the name `a.b` if there is one, and otherwise
/// what `a` has under `b`. `now`, `today` and `locale` are known everywhere, unless a name hides them.
public struct ExpressionScope: Sendable {
    enum Meaning: Sendable {
        case slot(Int, ExpressionType)
        case constant(ExpressionValue, ExpressionType)
        case now, today, locale
    }

    private var meanings: [String: Meaning]
    private var lengths: [String: Int]

    /// Makes a scope.
    ///
    /// - Parameters:
    ///   - names: The names whose values change; the slot of a name is its place here. Of a name that
    ///     stands here twice, the first counts.
    ///   - constants: The names whose values are known at load.
    ///   - lengths: The longest that the value of a name may be: code points of a text, items of a list.
    ///     Of other names `ExpressionLimits` says what is assumed. Used for the bound on cost only.
    public init(
        names: [(name: String, type: ExpressionType)],
        constants: [(name: String, value: ExpressionValue, type: ExpressionType)] = [],
        lengths: [String: Int] = [:]
    ) {
        var meanings: [String: Meaning] = ["now": .now, "today": .today, "locale": .locale]
        for constant in constants {
            meanings[constant.name] = .constant(constant.value, constant.type)
        }
        for (slot, entry) in names.enumerated().reversed() {
            meanings[entry.name] = .slot(slot, entry.type)
        }
        self.meanings = meanings
        self.lengths = lengths
    }

    /// The same names and one more, whose value changes.
    ///
    /// - Parameters:
    ///   - name: The name; one that is there already counts in its place.
    ///   - slot: Its slot.
    ///   - type: The type of its value.
    ///   - longest: The longest that its value may be.
    /// - Returns: The scope with it.
    public func adding(
        _ name: String,
        at slot: Int,
        _ type: ExpressionType,
        longest: Int
    ) -> ExpressionScope {
        var scope = self
        if case .slot? = meanings[name] { return self }
        scope.meanings[name] = .slot(slot, type)
        scope.lengths[name] = longest
        return scope
    }

    func meaning(of name: String) -> Meaning? { meanings[name] }

    /// The declared longest length of a name's value.
    func length(of name: String) -> Int? { lengths[name] }

    /// Whether any name begins with these words and a full stop.
    func hasNames(below path: String) -> Bool {
        meanings.keys.contains { $0.hasPrefix(path + ".") }
    }

    /// What a misspelt name probably is.
    func suggestion(for name: String, besides variables: [String] = []) -> String? {
        Spelling.nearest(to: name, among: variables + meanings.keys.sorted())
    }
}
