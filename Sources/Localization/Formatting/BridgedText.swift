/// Takes text from the bridge's functions, which write into a buffer and tell how much they need.
enum BridgedText {
    /// A function of the bridge: writes at most so many bytes, returns the length or -1.
    typealias Source = (UnsafeMutablePointer<UInt8>, Int32) -> Int32

    /// The text that a function of the bridge makes; `nil` where ICU refuses.
    static func string(room: Int = 192, _ source: Source) -> String? {
        let (text, needed) = attempt(room: room, source) { String(decoding: $0, as: UTF8.self) }
        if text != nil || needed <= room { return text }
        return attempt(room: needed, source) { String(decoding: $0, as: UTF8.self) }.result
    }

    /// Appends the text that a function of the bridge makes; `false` where ICU refuses.
    static func append(to buffer: inout ByteWriter, room: Int = 192, _ source: Source) -> Bool {
        let needed = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: room) { space -> Int in
            guard let start = space.baseAddress else { return -1 }
            let needed = Int(source(start, Int32(clamping: room)))
            guard needed >= 0, needed <= room else { return needed }
            buffer.append(contentsOf: UnsafeBufferPointer(start: start, count: needed))
            return 0
        }
        if needed <= 0 { return needed == 0 }
        return needed > room && append(to: &buffer, room: needed, source)
    }

    private static func attempt<Result>(
        room: Int,
        _ source: Source,
        _ use: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> (result: Result?, needed: Int) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: room) { space in
            guard let start = space.baseAddress else { return (nil, 0) }
            let needed = Int(source(start, Int32(clamping: room)))
            guard needed >= 0, needed <= room else { return (nil, needed) }
            return (use(UnsafeBufferPointer(start: start, count: needed)), needed)
        }
    }
}

extension String {
    /// The length in bytes of UTF-8, as the bridge takes it.
    var bridgedLength: Int32 { Int32(clamping: utf8.count) }
}
