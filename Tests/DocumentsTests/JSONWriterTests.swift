import Documents
import Testing

@Suite("JSONWriter")
struct JSONWriterTests {
    @Test func `names keep their order and nothing stands between`() {
        let value: JSONValue = [
            "z": 1, "a": [true, false, nil], "é": ["b": "x", "a": []], "empty": [:],
        ]
        #expect(
            JSONWriter.compact(value)
                == #"{"z":1,"a":[true,false,null],"é":{"b":"x","a":[]},"empty":{}}"#
        )
    }

    @Test(arguments: [
        ("", #""""#), ("a\"b\\c/", #""a\"b\\c/""#), ("\n\r\t\r\n", #""\n\r\t\r\n""#),
        ("\0\u{1B}[31m\u{7F}\u{9B}", #""\u0000\u001b[31m\u007f\u009b""#),
        ("你好, Žižkov 😀", #""你好, Žižkov 😀""#),
        ("\u{202E}\u{2066}\u{2028}\u{FEFF}", #""\u202e\u2066\u2028\ufeff""#),
        ("\u{E0041}", #""\udb40\udc41""#), ("e\u{301}👩‍👧", "\"e\u{301}👩‍👧\""),
    ])
    func `a text is escaped where it must be or would deceive`(text: String, json: String) {
        #expect(Array(JSONWriter.compact(.string(text)).utf8) == Array(json.utf8))
    }

    @Test(arguments: [
        (JSONValue.integer(.min), "-9223372036854775808"), (.integer(0), "0"),
        (.number(0.5), "0.5"), (.number(-1e20), "-1e+20"), (.number(.infinity), "null"),
        (.number(.nan), "null"), (.optional(nil), "null"), (.optional("a"), #""a""#),
    ])
    func `numbers and missing values are JSON`(value: JSONValue, json: String) {
        #expect(JSONWriter.compact(value) == json)
    }

    @Test func `indented, each member and element has a line of its own`() {
        let value: JSONValue = ["a": [1, "x\n"], "b": [], "c": .object([]), "d": ["e": nil]]
        #expect(
            JSONWriter.indented(value) == """
                {
                  "a": [
                    1,
                    "x\\n"
                  ],
                  "b": [],
                  "c": {},
                  "d": {
                    "e": null
                  }
                }
                """
        )
    }
}
