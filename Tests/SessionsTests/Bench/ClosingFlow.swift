import Documents
import Localization
import YAML

/// A flow that closes, with its words in all languages.
enum ClosingFlow {
    /// 2026-03-21T00:00:00Z, when the notice goes up.
    static let notice: Int64 = 1_774_051_200_000
    /// 2026-03-31T00:00:00Z, when it closes.
    static let until: Int64 = 1_774_915_200_000

    static let texts = FlowTexts(
        flow: """
            flow: workshop
            version: 1
            locale: en
            open: {until: 2026-03-31, notice: 10d}
            closed: shut
            fields: [{email: {type: email}}, {alias: {type: text}}]
            steps:
              - {step: start, ask: [email]}
              - {step: about, ask: [alias]}
              - {step: over, end: done}
              - {step: shut, end: closed}
            """,
        fields: "fields: {}",
        effects: "effects: {}"
    )

    static var parts: WalkBench.Parts {
        var parts = WalkBench.Parts(texts: texts)
        parts.catalogs = catalogs
        return parts
    }

    static let titles = [
        "en": "Summer workshop", "ru": "Летняя мастерская", "zh": "夏季工作坊",
        "id": "Lokakarya Musim Panas", "cs": "Letní dílna",
    ]

    private static let letters = [
        "en": """
          sender: "Paifang"
          closing:
            subject: "{title}: new applications close on {closes_at, date, ::dMMMM}"
            body: |
              Hello,

              Someone, most likely you, has started an application for “{title}” with this email address and has not finished it yet.

              New applications close on {closes_at, date, ::dMMMMjmm}. An application that has been started can still be finished after that, but a new one can’t be started.

              If it wasn’t you, simply ignore this email.
        """,
        "ru": """
          sender: "Paifang"
          closing:
            subject: "{title}: новые заявки — до {closes_at, date, ::dMMMM}"
            body: |
              Здравствуйте!

              Кто-то — скорее всего, вы — начал заполнять заявку «{title}» с этим адресом электронной почты и пока не закончил.

              Приём новых заявок завершится {closes_at, date, ::dMMMM} в {closes_at, time, short}. Начатую заявку можно будет закончить и позже, а вот подать новую — уже нет.

              Если это были не вы, просто не обращайте внимания на это письмо.
        """,
        "zh": """
          sender: "Paifang"
          closing:
            subject: "{title}：新申请将于 {closes_at, date, ::dMMMM}截止"
            body: |
              您好！

              有人（很可能是您本人）使用这个电子邮箱开始申请“{title}”，但尚未完成。

              新申请的截止时间为 {closes_at, date, ::dMMMMjmm}。此后仍可继续完成已开始的申请，但无法再开始新的申请。

              如果不是您本人操作，请忽略本邮件。
        """,
        "id": """
          sender: "Paifang"
          closing:
            subject: "{title}: permohonan baru ditutup pada {closes_at, date, ::dMMMM}"
            body: |
              Halo,

              Seseorang, kemungkinan besar Anda sendiri, mulai mengisi permohonan “{title}” dengan alamat email ini, tetapi belum menyelesaikannya.

              Permohonan baru ditutup pada {closes_at, date, ::dMMMMjmm}. Permohonan yang sudah dimulai masih dapat diselesaikan setelah itu, tetapi permohonan baru tidak dapat lagi diajukan.

              Jika itu bukan Anda, abaikan saja email ini.
        """,
        "cs": """
          sender: "Paifang"
          closing:
            subject: "{title}: nové přihlášky jen do {closes_at, date, ::dMMMM}"
            body: |
              Dobrý den,

              někdo, nejspíš vy, začal s touto e-mailovou adresou vyplňovat přihlášku „{title}“ a zatím ji nedokončil.

              Nové přihlášky přijímáme do {closes_at, date, ::dMMMM}, {closes_at, time, short}. Rozepsanou přihlášku můžete dokončit i později, novou už ale podat nepůjde.

              Pokud jste to nebyli vy, tento e-mail prosím ignorujte.
        """,
    ]

    static let languages = ["en", "ru", "zh", "id", "cs"]

    private static let catalogs = Catalogs(
        languages.compactMap { tag in
            let text = """
                workshop:
                  title: "\(titles[tag] ?? "")"
                  start: {title: "1"}
                  about: {title: "2"}
                  over: {title: "3"}
                  shut: {title: "4"}
                mail:
                \(letters[tag] ?? "")
                """
            let source = SourceText(path: "locales/\(tag).yaml", text: text)
            return YAMLReader.read(source).root.map {
                Catalog.load($0, language: LanguageTag(tag), source: source).catalog
            }
        }
    )
}
