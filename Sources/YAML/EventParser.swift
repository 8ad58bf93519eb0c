import CLibYAML
import Documents

/// The event parser of libyaml.
///
/// A class, since it owns the C parser, which points at itself and at the bytes: it must not
/// outlive the buffer that it was made with.
final class EventParser {
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let text: CheckedText

    /// Makes a parser; `nil` for an empty buffer and where memory is short.
    init?(_ bytes: UnsafeBufferPointer<UInt8>, text: CheckedText) {
        guard let start = bytes.baseAddress else { return nil }
        let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
        parser.initialize(to: yaml_parser_t())
        guard yaml_parser_initialize(parser) == 1 else {
            parser.deallocate()
            return nil
        }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, start, bytes.count)
        self.parser = parser
        self.text = text
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
    }

    /// The next event.
    ///
    /// - Throws: `SyntaxFailure` when the text is not YAML; the parser is of no use afterwards.
    func next() throws(SyntaxFailure) -> ParsedEvent {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else { throw failure() }
        defer { yaml_event_delete(&event) }
        return parsed(event)
    }

    private func parsed(_ event: yaml_event_t) -> ParsedEvent {
        var text = ""
        var style = DocumentNode.ScalarStyle.plain
        var properties: ParsedEvent.Properties?
        var hasDirectives = false
        let kind = Self.kind(of: event)
        switch kind {
        case .streamStart, .streamEnd, .documentEnd, .collectionEnd: break
        case .documentStart:
            let document = event.data.document_start
            let hasTags = document.tag_directives.start != document.tag_directives.end
            hasDirectives = document.version_directive != nil || hasTags
        case .alias:
            text = Self.string(event.data.alias.anchor) ?? ""
        case .scalar:
            let scalar = event.data.scalar
            let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
            text = String(decoding: bytes, as: UTF8.self)
            style = Self.style(scalar.style)
            properties = Self.properties(scalar.anchor, scalar.tag)
        case .sequenceStart:
            let sequence = event.data.sequence_start
            properties = Self.properties(sequence.anchor, sequence.tag)
        case .mappingStart:
            let mapping = event.data.mapping_start
            properties = Self.properties(mapping.anchor, mapping.tag)
        }
        return ParsedEvent(
            kind: kind,
            start: position(event.start_mark),
            end: position(event.end_mark),
            text: text,
            style: style,
            properties: properties,
            hasDirectives: hasDirectives,
            isWrittenEnd: kind == .collectionEnd && event.end_mark.index > event.start_mark.index
        )
    }

    private static func kind(of event: yaml_event_t) -> ParsedEvent.Kind {
        switch event.type {
        case YAML_SCALAR_EVENT: .scalar
        case YAML_MAPPING_START_EVENT: .mappingStart
        case YAML_SEQUENCE_START_EVENT: .sequenceStart
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: .collectionEnd
        case YAML_STREAM_START_EVENT: .streamStart
        case YAML_DOCUMENT_START_EVENT: .documentStart
        case YAML_DOCUMENT_END_EVENT: .documentEnd
        case YAML_ALIAS_EVENT: .alias
        // The end of the stream; libyaml's "no event" comes only after it.
        default: .streamEnd
        }
    }

    private static func style(_ style: yaml_scalar_style_t) -> DocumentNode.ScalarStyle {
        switch style {
        case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
        case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
        case YAML_LITERAL_SCALAR_STYLE: .literal
        case YAML_FOLDED_SCALAR_STYLE: .folded
        default: .plain
        }
    }

    private static func properties(
        _ anchor: UnsafeMutablePointer<yaml_char_t>?,
        _ tag: UnsafeMutablePointer<yaml_char_t>?
    ) -> ParsedEvent.Properties? {
        guard anchor != nil || tag != nil else { return nil }
        return ParsedEvent.Properties(anchor: string(anchor), tag: string(tag))
    }

    private static func string(_ text: UnsafeMutablePointer<yaml_char_t>?) -> String? {
        text.map { String(cString: $0) }
    }

    private func position(_ mark: yaml_mark_t) -> SourcePosition {
        text.position(index: mark.index, line: mark.line, column: mark.column)
    }

    private func failure() -> SyntaxFailure {
        let state = parser.pointee
        let problem = state.problem.map { String(cString: $0) }
        let context = state.context.map { String(cString: $0) }
        return SyntaxFailure(
            problem: problem ?? (state.error == YAML_MEMORY_ERROR ? "out of memory" : "unknown"),
            position: position(state.problem_mark),
            context: context.map { ($0, position(state.context_mark)) }
        )
    }
}
