// words in this file: what people may type, never what they read

/// Names that people give countries beside those of the language's own list.
///
/// Only what such a list does not have, in any of the languages, since people type what they are used to.
enum CountryAliases {
    /// The names of a two-letter code, separated by vertical bars; a code with many has several entries.
    static let names: [(code: String, names: String)] = [
        ("AE", "UAE|Emirates|ОАЭ|Эмираты|阿联酋|SAE"),
        ("BA", "Bosnia|Босния|Bosna|波黑|波斯尼亚"),
        ("BY", "Белоруссия|Беларусь|Bělorusko|白俄"),
        ("CD", "DR Congo|DRC|Zaire|ДРК|民主刚果|刚果金"),
        ("CF", "CAR|ЦАР|中非"),
        ("CG", "Congo Republic|刚果布"),
        ("CI", "Ivory Coast|Берег Слоновой Кости|科特迪瓦|象牙海岸"),
        ("CN", "PRC|People's Republic of China|Mainland China|КНР|中华人民共和国|中国大陆|RRT|Tiongkok|Cina"),
        ("CN", "ČLR"),
        ("CV", "Cape Verde|Кабо-Верде|佛得角"),
        ("CZ", "Czech Republic|Czechia|Česko|Česká republika|ČR|Чехия|Чешская Республика|捷克"),
        ("CZ", "捷克共和国|Ceko|Republik Ceko"),
        ("DE", "BRD|ФРГ|SRN|德国"),
        ("GB", "UK|Great Britain|Britain|England|Scotland|Wales|Northern Ireland|Англия|Британия"),
        ("GB", "Шотландия|Уэльс|Anglie|Skotsko|Británie|Inggris|英国|英格兰|大不列颠"),
        ("GE", "Грузия|Gruzie|格鲁吉亚"),
        ("HK", "Hong Kong|Hongkong|Гонконг|香港"),
        ("ID", "RI|Republik Indonesia|NKRI|印尼"),
        ("IR", "Persia|Персия"),
        ("KG", "Киргизия|Kirgizie"),
        ("KP", "North Korea|DPRK|КНДР|KLDR|Korea Utara|朝鲜|北韩|Северная Корея"),
        ("KR", "South Korea|Republic of Korea|Республика Корея|Южная Корея|Korea Selatan|韩国|南韩"),
        ("MD", "Молдавия|Moldavia"),
        ("MM", "Burma|Бирма|Barma|缅甸"),
        ("MK", "Macedonia|Македония|Makedonie|马其顿"),
        ("MO", "Macao|Macau|Макао|澳门"),
        ("NL", "Holland|Голландия|Holandsko|Belanda|荷兰"),
        ("PS", "Palestine|Палестина|Palestina|巴勒斯坦"),
        ("RU", "Russian Federation|РФ|Российская Федерация|Ruská federace|RF|俄国|俄罗斯联邦|俄"),
        ("SZ", "Swaziland|Свазиленд|Svazijsko|斯威士兰"),
        ("SK", "Slovak Republic|Slovensko|斯洛伐克"),
        ("TL", "East Timor|Восточный Тимор|Východní Timor|Timor Timur|东帝汶"),
        ("TM", "Туркмения"),
        ("TR", "Turkey|Турция|Turecko|Turki|土耳其"),
        ("TW", "Taiwan|Тайвань|Tchaj-wan|台湾|台灣"),
        ("UA", "Украина|Ukrajina|乌克兰"),
        ("US", "USA|United States of America|America|U.S.|U.S.A.|США|Америка"),
        ("US", "Соединённые Штаты Америки|Spojené státy americké|Amerika|Amerika Serikat|美国"),
        ("US", "美利坚合众国|美利坚"),
        ("VA", "Vatican|Ватикан|Vatikán|Vatikan|梵蒂冈"),
        ("VN", "Viet Nam|Вьетнам|Vietnam|越南"),
    ]
}
