extension FlatProgram {
    /// Appends the text for values in the order of the arguments.
    func write(_ values: [MessageArgument?], zone: String, into buffer: inout ByteWriter) {
        operations.withUnsafeBufferPointer { operations in
            literals.withUnsafeBufferPointer { literals in
                var next = 0
                while next < operations.count {
                    switch operations[next] {
                    // What most messages consist of takes the shortest way.
                    case .literal(let start, let end):
                        if let first = literals.baseAddress {
                            buffer.append(first + Int(start), count: Int(end &- start))
                        }
                        next &+= 1
                    case .argument(let slot):
                        if Int(slot) < values.count, case .text(let text) = values[Int(slot)] {
                            buffer.append(text)
                        } else {
                            append(values, slot, zone: zone, to: &buffer)
                        }
                        next &+= 1
                    case .plural(let slot, let branches):
                        next = Int(target(Self.value(values, slot), plural: Int(branches)))
                    case .select(let slot, let branches):
                        next = Int(target(Self.value(values, slot), select: Int(branches)))
                    case .jump(let target):
                        next = Int(target)
                    case .number, .date, .replaceNumber:
                        append(operations[next], values, zone: zone, to: &buffer)
                        next &+= 1
                    }
                }
            }
        }
    }

    /// Appends what an operation shows in a style.
    @inline(never)
    private func append(
        _ operation: Operation,
        _ values: [MessageArgument?],
        zone: String,
        to buffer: inout ByteWriter
    ) {
        switch operation {
        case .number(let slot, let style):
            append(Self.value(values, slot), slot, numbers[Int(style)], zone: zone, to: &buffer)
        case .date(let slot, let style):
            append(Self.value(values, slot), slot, dates[Int(style)], zone: zone, to: &buffer)
        case .replaceNumber(let slot, let branches):
            replaceNumber(Self.value(values, slot), slot, Int(branches), zone, to: &buffer)
        case .literal, .argument, .plural, .select, .jump:
            break
        }
    }

    /// Appends an argument without a type.
    @inline(never)
    private func append(
        _ values: [MessageArgument?],
        _ slot: Int32,
        zone: String,
        to buffer: inout ByteWriter
    ) {
        append(Self.value(values, slot), slot, zone: zone, to: &buffer)
    }

    @inline(__always)
    private static func value(_ values: [MessageArgument?], _ slot: Int32) -> MessageArgument? {
        // Fewer values than arguments are as good as missing ones.
        Int(slot) < values.count ? values[Int(slot)] : nil
    }

    private func target(_ value: MessageArgument?, plural index: Int) -> Int32 {
        switch value {
        case .integer(let number): plurals[index].target(of: number)
        case .number(let number): plurals[index].target(of: number)
        case .text, .date, .time, .money, .list, .choice, nil: plurals[index].targetOfOther
        }
    }

    private func target(_ value: MessageArgument?, select index: Int) -> Int32 {
        switch value {
        case .choice(let word), .text(let word): selects[index].target(of: word)
        case .integer, .number, .date, .time, .money, .list, nil: selects[index].other
        }
    }

    private func replaceNumber(
        _ value: MessageArgument?,
        _ slot: Int32,
        _ index: Int,
        _ zone: String,
        to buffer: inout ByteWriter
    ) {
        let offset = plurals[index].offset
        switch value {
        case .integer(let number) where offset == 0:
            formats.append(number, to: &buffer)
        case .integer(let number):
            append(Double(number) - offset, to: &buffer)
        case .number(let number):
            append(number - offset, to: &buffer)
        case .text, .date, .time, .money, .list, .choice, nil:
            append(value, slot, zone: zone, to: &buffer)
        }
    }

    private func append(_ value: Double, to buffer: inout ByteWriter) {
        if let whole = PluralBranches.whole(value) {
            formats.append(whole, to: &buffer)
        } else {
            formats.append(value, .number, to: &buffer)
        }
    }

    /// Appends an argument without a type.
    private func append(
        _ value: MessageArgument?,
        _ slot: Int32,
        zone: String,
        to buffer: inout ByteWriter
    ) {
        switch value {
        case .text(let text), .choice(let text):
            buffer.append(text)
        case .integer(let number):
            formats.append(number, to: &buffer)
        case .number(let number):
            append(number, to: &buffer)
        case .date(let instant):
            formats.dates(.date(.long))?.append(instant, zone: "UTC", to: &buffer)
        case .time(let instant):
            formats.dates(.time(.short))?.append(instant, zone: zone, to: &buffer)
        case .money(let amount, let currency):
            formats.append(tenThousandths: amount, currency: currency, to: &buffer)
        case .list(let items):
            formats.append(list: items, to: &buffer)
        case nil:
            // As icu::MessageFormat does.
            buffer.append("{\(arguments[Int(slot)].name)}")
        }
    }

    /// Appends an argument in a number style; what is no number is shown as if without a type.
    private func append(
        _ value: MessageArgument?,
        _ slot: Int32,
        _ style: NumberStyle,
        zone: String,
        to buffer: inout ByteWriter
    ) {
        switch (value, style) {
        case (.integer(let number), .named(let name)):
            formats.append(number, name, to: &buffer)
        case (.number(let number), .named(let name)):
            formats.append(number, name, to: &buffer)
        case (.integer(let number), .skeleton(let skeleton)):
            _ = skeleton.append(number, to: &buffer)
        case (.number(let number), .skeleton(let skeleton)):
            _ = skeleton.append(number, to: &buffer)
        case (.text, _), (.date, _), (.time, _), (.money, _), (.list, _), (.choice, _), (nil, _):
            append(value, slot, zone: zone, to: &buffer)
        }
    }

    /// Appends an argument in a date style; what is no date is shown as if without a type.
    private func append(
        _ value: MessageArgument?,
        _ slot: Int32,
        _ style: DateWriter,
        zone: String,
        to buffer: inout ByteWriter
    ) {
        switch value {
        case .date(let instant): style.append(instant, zone: "UTC", to: &buffer)
        case .time(let instant): style.append(instant, zone: zone, to: &buffer)
        case .text, .integer, .number, .money, .list, .choice, nil:
            append(value, slot, zone: zone, to: &buffer)
        }
    }
}
