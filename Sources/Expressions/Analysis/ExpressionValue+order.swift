extension ExpressionValue {
    /// Whether this stands before another value, as `<` says in a condition; `nil` where the two have no order.
    package func precedes(_ other: ExpressionValue) -> Bool? {
        switch (self, other) {
        case (.int(let left), .int(let right)): left < right
        case (.double(let left), .double(let right)): left < right
        case (.string(let left), .string(let right)): CodePoints.compare(left, right) < 0
        case (.timestamp(let left), .timestamp(let right)): left < right
        case (.duration(let left), .duration(let right)): left < right
        case (.money(let left), .money(let right)):
            left.currency == right.currency ? left.tenThousandths < right.tenThousandths : nil
        default: nil
        }
    }
}
