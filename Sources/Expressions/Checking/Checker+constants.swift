/// Functions whose constant arguments are read once, at load: patterns, moments, lengths of time, zones.
extension Checker {
    mutating func matches(
        _ values: [Checked],
        _ nodes: [SyntaxNode],
        at range: Range<Int>
    ) -> Checked {
        guard values.allSatisfy({ $0.type.fits(.string) }) else {
            let types = values.map(\.type.description).joined(separator: " and ")
            return fault(
                .type,
                at: range,
                "matches can't take \(types)",
                advice: callAdvice("matches", nodes, values.map(\.type))
            )
        }
        let place = nodes[1].range
        guard case .string(let source)? = draft.constant(at: values[1].node) else {
            return values[1].type == .nothing
                ? values[1]
                : fault(
                    .type,
                    at: place,
                    "the pattern of matches is a text in quotes or a constant, so that it is checked "
                        + "and compiled once"
                )
        }
        let pattern: Pattern
        do {
            pattern = try Pattern(source)
        } catch {
            return fault(
                .parse,
                at: place,
                "the pattern is not valid in RE2: \(error.reason)",
                advice: error.reason.hasPrefix("pattern too large")
                    ? "repeat less in it, and compare lengths by `size`" : nil
            )
        }
        draft.patterns.append(pattern)
        let index = Int32(draft.patterns.count - 1)
        return emit(
            .condition(.matches(values[0].node, pattern: index)),
            .bool,
            at: range,
            from: values,
            adding: Cost.match(values[0].bound.bytes, weight: pattern.weight)
        )
    }

    mutating func timePart(
        _ part: TimePart,
        _ values: [Checked],
        _ nodes: [SyntaxNode],
        at range: Range<Int>
    ) -> Checked {
        let time = values[0]
        if time.type == .duration, values.count == 1, part.isOfDuration {
            return emit(
                .integer(.durationPart(part, time.node)),
                .int,
                at: range,
                from: values
            )
        }
        let isZoneText = values.count == 1 || values[1].type.fits(.string)
        guard time.type.fits(.timestamp), isZoneText else {
            let types = values.map(\.type.description).joined(separator: " and ")
            return fault(
                .type,
                at: range,
                "\(part.rawValue) can't take \(types)",
                advice: callAdvice(part.rawValue, nodes, values.map(\.type))
            )
        }
        guard values.count == 2 else {
            return emit(.integer(.part(part, time.node)), .int, at: range, from: values)
        }
        if case .string(let zone)? = draft.constant(at: values[1].node),
            TimeZones.offset(of: zone, atMilliseconds: 0) == nil
        {
            let meant = TimeZones.nearest(to: zone)
            // A constant is mended where it stands, not where it is read.
            var isWritten = false
            if case .literal = nodes[1].content { isWritten = true }
            return fault(
                .type,
                at: nodes[1].range,
                "there is no time zone '\(zone)'",
                suggestion: isWritten ? meant : nil,
                advice: meant.map { "did you mean `\($0)`?" }
                    ?? "write an IANA name such as `Europe/Prague`, or an offset such as `+02:00`"
            )
        }
        return emit(
            .integer(.zonedPart(part, time.node, zone: values[1].node)),
            .int,
            at: range,
            from: values,
            adding: Cost.walk(values[1].bound.bytes)
        )
    }

    /// A moment or length of time that is written out; `nil` for anything else.
    mutating func constantConversion(
        _ function: Function,
        _ values: [Checked],
        at range: Range<Int>
    ) -> Checked? {
        guard function == .timestamp || function == .duration, let first = values.first,
            let value = draft.constant(at: first.node)
        else { return nil }
        switch (function, value) {
        case (.timestamp, .string(let text)):
            guard let moment = ExpressionTimestamp(text: text) else {
                return fault(
                    .type,
                    at: range,
                    "'\(text)' is not a timestamp such as 2024-02-29T09:00:00Z, "
                        + "in the years 1 to 9999",
                    advice: ExpressionTimestamp(text: text + "T00:00:00Z") == nil
                        ? nil : "write `timestamp(\"\(text)T00:00:00Z\")`"
                )
            }
            return folded(.timestamp(moment), .timestamp, from: values, at: range)
        case (.timestamp, .int(let seconds)):
            guard let moment = ExpressionTimestamp(seconds: seconds) else {
                return fault(.type, at: range, "a timestamp lies in the years 1 to 9999")
            }
            return folded(.timestamp(moment), .timestamp, from: values, at: range)
        case (.duration, .string(let text)):
            guard let length = DurationText.duration(text) else {
                return fault(
                    .type,
                    at: range,
                    "'\(text)' is not a duration such as 24h or 1h30m, within ten thousand years",
                    advice: text.hasSuffix("d") ? "the largest unit is h: a day is `24h`" : nil
                )
            }
            return folded(.duration(length), .duration, from: values, at: range)
        default: return nil
        }
    }

    /// Refuses a written-out difference of moments that other implementations of CEL can't hold: they
    /// count nanoseconds in 64 bits.
    ///
    /// Between moments that are not known at load any difference is fine, since what a person typed must
    /// never stop a walk.
    mutating func unportableDifference(
        _ arithmetic: Arithmetic,
        _ left: Checked,
        _ right: Checked,
        at range: Range<Int>
    ) -> Checked? {
        guard arithmetic == .subtract,
            case .timestamp(let later)? = draft.constant(at: left.node),
            case .timestamp(let earlier)? = draft.constant(at: right.node),
            abs(later.seconds - earlier.seconds) > Int64.max / 1_000_000_000
        else { return nil }
        return fault(.type, at: range, "a written-out difference is at most 292 years")
    }

    /// A constant in place of the nodes it was made from, which stay in the program unused.
    private mutating func folded(
        _ value: ExpressionValue,
        _ type: ExpressionType,
        from values: [Checked],
        at range: Range<Int>
    ) -> Checked {
        emit(draft.add(constant: value), type, at: range, from: values)
    }
}
