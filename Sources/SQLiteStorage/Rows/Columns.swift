import Foundation
import GRDB
import Sessions

/// The columns of a row, read without trapping: a damaged file may hold anything.
struct Columns {
    let row: Row

    func text(_ name: String) throws(StoreFailure) -> String {
        guard let text = try optionalText(name) else { throw damaged(name) }
        return text
    }

    func optionalText(_ name: String) throws(StoreFailure) -> String? {
        switch value(name) {
        case .string(let text): return text
        case .null: return nil
        case .int64, .double, .blob: throw damaged(name)
        }
    }

    func number(_ name: String) throws(StoreFailure) -> Int64 {
        guard let number = try optionalNumber(name) else { throw damaged(name) }
        return number
    }

    func optionalNumber(_ name: String) throws(StoreFailure) -> Int64? {
        switch value(name) {
        case .int64(let number): return number
        case .null: return nil
        case .string, .double, .blob: throw damaged(name)
        }
    }

    func count(_ name: String) throws(StoreFailure) -> Int {
        guard let count = Int(exactly: try number(name)) else { throw damaged(name) }
        return count
    }

    func bytes(_ name: String) throws(StoreFailure) -> [UInt8] {
        guard case .blob(let data) = value(name) else { throw damaged(name) }
        return Array(data)
    }

    func optionalBytes(_ name: String) throws(StoreFailure) -> [UInt8]? {
        switch value(name) {
        case .blob(let data): return Array(data)
        case .null: return nil
        case .string, .double, .int64: throw damaged(name)
        }
    }

    func damaged(_ name: String) -> StoreFailure {
        .unusable("column \(name) holds what was never written there")
    }

    private func value(_ name: String) -> DatabaseValue.Storage {
        let value: DatabaseValue? = row[name]
        return value?.storage ?? .null
    }
}
