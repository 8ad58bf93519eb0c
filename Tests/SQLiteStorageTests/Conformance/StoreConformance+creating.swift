import Sessions

extension SessionStore {
    /// Makes an account that is in nobody's place.
    func create(_ account: AccountRecord, fields: [AccountField]) throws(StoreFailure) {
        try create(account, fields: fields, inPlaceOf: nil)
    }
}
