import CSodium

/// Whether both arrays hold the same bytes; the time tells nothing but whether the counts differ.
public func constantTimeEquals(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    left.count == right.count && sodium_memcmp(left, right, left.count) == 0
}
