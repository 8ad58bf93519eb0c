/// Well-known mail providers, to notice when one is misspelt.
enum MailDomains {
    static let known: Set<String> = [
        "gmail.com", "googlemail.com", "yahoo.com", "ymail.com", "hotmail.com", "outlook.com",
        "live.com", "msn.com", "icloud.com", "aol.com", "mail.com", "email.com", "proton.me",
        "protonmail.com", "gmx.com", "gmx.de", "gmx.net", "web.de", "zoho.com", "fastmail.com",
        "mail.ru", "yandex.ru", "yandex.com", "rambler.ru", "inbox.ru", "list.ru", "bk.ru",
        "qq.com", "foxmail.com", "163.com", "126.com", "139.com", "yeah.net", "sina.com",
        "sina.cn", "sohu.com", "aliyun.com", "seznam.cz", "centrum.cz", "centrum.sk", "email.cz",
        "post.cz", "atlas.cz", "volny.cz", "yahoo.co.id", "yahoo.co.uk", "hotmail.co.uk",
        "hotmail.fr", "hotmail.it", "outlook.de", "gmail.co.id",
    ]

    // One letter more or less turns a short name into any other, so only longer ones are compared.
    private static let comparable = known.filter { $0.utf8.count >= 8 }.map { Array($0.utf8) }

    /// The provider that was probably meant; `nil` for a provider that is known, or like none or several.
    static func probable(for domain: String) -> String? {
        guard !known.contains(domain), domain.utf8.count <= 40 else { return nil }
        let typed = Array(domain.utf8)
        let near = comparable.filter { isOneEditApart(typed, $0) }
        return near.count == 1 ? near.first.map { String(decoding: $0, as: UTF8.self) } : nil
    }

    /// Whether one letter was added, left out, replaced, or changed places with its neighbour.
    private static func isOneEditApart(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        guard abs(left.count - right.count) <= 1 else { return false }
        // What differs in one place has the same beginning or the same end, which rules most of them out.
        guard left.first == right.first || left.last == right.last else { return false }
        let start = zip(left, right).prefix { $0 == $1 }.count
        let one = left.dropFirst(start)
        let other = right.dropFirst(start)
        switch one.count - other.count {
        case 1: return one.dropFirst().elementsEqual(other)
        case -1: return other.dropFirst().elementsEqual(one)
        case 0:
            if one.isEmpty { return false }
            if one.dropFirst().elementsEqual(other.dropFirst()) { return true }
            let swapped = Array(other.prefix(2).reversed()) + other.dropFirst(2)
            return other.count >= 2 && one.elementsEqual(swapped)
        default: return false
        }
    }
}
