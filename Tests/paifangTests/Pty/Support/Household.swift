import Flows
import Foundation
import Localization
import Logging
import SQLiteStorage
import Secrets
import Sessions

@testable import paifang

/// A folder of one person's data, and the programs that run with it.
///
/// A class, since the folder goes when the household does.
final class Household {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appending(path: "paifang-pty-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        // A folder that is left behind harms nobody.
        try? FileManager.default.removeItem(at: folder)
    }

    /// The program stands beside the bundle of the tests.
    private static let program = URL(filePath: CommandLine.arguments[0])
        .deletingLastPathComponent().appending(path: "paifang").path

    private var environment: [String: String] {
        [
            "TERM": "xterm-256color", "LANG": "C.UTF-8", "TZ": "UTC", "PATH": "/usr/bin:/bin",
            "HOME": folder.path, "XDG_DATA_HOME": folder.path, "SWIFT_BACKTRACE": "enable=no",
        ]
    }

    /// The path of a file in the folder.
    func path(of name: String) -> String { folder.appending(path: name).path }

    /// Starts `paifang` in a terminal.
    func paifang(_ arguments: [String], columns: Int = 80, rows: Int = 24) throws -> PseudoTerminal
    {
        try PseudoTerminal(
            Self.program,
            arguments + ["-C", Speech.project.folder.path],
            environment: environment,
            columns: columns,
            rows: rows
        )
    }

    /// Starts `paifang` from a shell with job control, which says `[stopped]` when it stops, and lets
    /// it go on after a line.
    func paifangInShell(_ arguments: [String]) throws -> PseudoTerminal {
        let command = ([Self.program] + arguments + ["-C", Speech.project.folder.path])
            .map { "'\($0)'" }.joined(separator: " ")
        return try PseudoTerminal(
            "/bin/sh",
            ["-mc", "\(command); echo '[stopped]'; read line; fg >/dev/null; exit $?"],
            environment: environment
        )
    }

    private var files: DataFiles { DataFiles(named: nil, environment: environment) }

    /// The service as the program puts it together.
    func service() throws -> Service {
        try Service.make(
            Speech.project,
            Service.Settings(
                files: files,
                clock: .real,
                pseudoLanguage: nil,
                isVerbose: false,
                hasFixedCaptcha: false
            )
        )
    }

    /// The database.
    func store() throws -> SQLiteStore {
        try SQLiteStore(path: files.database, sandboxIfNew: false)
    }

    /// The fields of an account in the clear, with secrets compared with what was typed.
    func account(of address: String) throws -> [FieldName: FieldValue]? {
        let keys = SessionKeys(master: try KeyFile.load(at: files.keyFile))
        let found = try store().account(emailIndex: keys.index(ofAddress: address))
        return try found.map { try service().engine.accountFields(of: $0) }
    }

    /// Whether a sealed secret is this text.
    func holds(_ value: FieldValue?, secret text: String) async throws -> Bool {
        guard case .sealed(let reference)? = value,
            let row = try store().secret(reference)
        else { return false }
        let vault = SecretVault(keys: try KeyFile.load(at: files.keyFile), parameters: .standard)
        let match = try await vault.matches(
            SecretBytes(utf8: text),
            SealedSecret(bytes: row.sealed),
            context: SealContext(
                table: "secrets",
                column: "sealed",
                session: reference.text,
                version: 1
            )
        )
        return match.isSame
    }

    /// The file of the last letter.
    func lastLetter() throws -> String {
        let names = try FileManager.default.contentsOfDirectory(atPath: files.mailFolder)
        guard let last = names.filter({ $0.hasSuffix(".eml") }).max() else {
            throw PtyFailure("no letter in \(files.mailFolder)")
        }
        return files.mailFolder + "/" + last
    }
}
