public import Sessions

/// placeholder until the folder transport lands
public struct FolderTransport: LetterTransport {
    public init(directory: String) {}
    public func deliver(_ letter: Letter) throws(DeliveryFailure) {}
    public func place(of letter: Letter) -> String? { nil }
}
