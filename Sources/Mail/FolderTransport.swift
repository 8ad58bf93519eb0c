public import Sessions

/// Puts letters into a folder, a file each, for trying things out.
///
/// The letters are not encrypted: the folder is for its owner only, and so is each file. A letter is
/// there whole or not at all; delivered again, it takes its own place.
public struct FolderTransport: LetterTransport {
    private let directory: String
    private let sender: String

    /// Takes a folder, which is made with the first letter.
    ///
    /// - Parameters:
    ///   - directory: The path of the folder.
    ///   - sender: The address that the letters come from; by default one that can't receive any.
    public init(directory: String, sender: String = "no-reply@paifang.invalid") {
        self.directory = directory
        self.sender = sender
    }

    /// Writes a letter as a file of the folder; one that comes again takes its own place.
    public func deliver(_ letter: Letter) throws(DeliveryFailure) {
        let bytes: [UInt8]
        do {
            if letter.isShortMessage {
                let number = HarmlessText.line(letter.recipient)
                bytes = Array("\(number)\n\n\(LetterText.text(of: letter))".utf8)
            } else {
                bytes = try MIMELetter(letter, sender: sender).encoded()
            }
        } catch {
            throw DeliveryFailure(
                // words: for the operator
                reason: "the letter can't be written: \(error)",
                isTemporary: false
            )
        }
        do {
            try LetterFolder(path: directory).put(bytes, as: LetterFolder.name(of: letter))
        } catch {
            // words: for the operator
            throw DeliveryFailure(reason: "the folder of letters: \(error.text)", isTemporary: true)
        }
    }

    /// The path of a letter's file; `nil` where there is none.
    public func place(of letter: Letter) -> String? {
        LetterFolder(path: directory).place(of: LetterFolder.name(of: letter))
    }
}
