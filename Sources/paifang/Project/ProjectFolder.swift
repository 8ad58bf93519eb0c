import Documents
import Foundation
import Glibc
import YAML

/// The folder of a project: `flows/` and `locales/`.
struct ProjectFolder {
    /// The folder's path; paths of files in findings are relative to it.
    let path: String
    /// Texts that are read in place of files, by path: what a project would be with them.
    var texts: [String: SourceText] = [:]

    init(path: String) { self.path = path }

    /// Finds the project: the folder given, else the nearest one upwards that has `flows/`, else the one the program
    /// was built in.
    static func find(_ given: String?, executable: String?) -> ProjectFolder? {
        let manager = FileManager.default
        let isProject = { (path: String) in manager.fileExists(atPath: path + "/flows") }
        if let given { return isProject(given) ? ProjectFolder(path: given) : nil }
        for start in [manager.currentDirectoryPath, executable].compactMap(\.self) {
            var url = URL(fileURLWithPath: start)
            while url.path != "/" {
                if isProject(url.path) { return ProjectFolder(path: url.path) }
                url.deleteLastPathComponent()
            }
        }
        return nil
    }

    /// The folder's path without links and dots, to tell whether two are the same.
    var canonicalPath: String { URL(fileURLWithPath: path).resolvingSymlinksInPath().path }

    /// The names in a folder, sorted; empty where there is no such folder.
    func names(in folder: String) -> [String] {
        // A folder that is not there has no files; that is said where files are needed.
        ((try? FileManager.default.contentsOfDirectory(atPath: path + "/" + folder)) ?? []).sorted()
    }

    /// Whether there is a file or folder of this name.
    func has(_ name: String) -> Bool {
        FileManager.default.fileExists(atPath: path + "/" + name)
    }

    /// The bytes of a file of the project; `nil` where it can't be read or is larger than a mebibyte.
    func bytes(_ name: String) -> [UInt8]? {
        texts[name]?.bytes ?? Self.bytes(of: path + "/" + name)
    }

    /// The bytes of any file; `nil` where it can't be read or is larger than a mebibyte.
    ///
    /// What is read is counted, not what a file says of itself: a pipe and a device have no size.
    static func bytes(of file: String, limit: Int = YAMLReader.byteLimit) -> [UInt8]? {
        let descriptor = open(file, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        return Standard.read(descriptor, limit: limit)
    }
}
