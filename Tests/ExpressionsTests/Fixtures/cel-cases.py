#!/usr/bin/env python3
"""Writes the cases of CEL's conformance suite as lines of JSON, in the form of cel-cases.jsonl.

    cel-cases.py FOLDER --source TEXT [--without FILE] > cel-cases-rest.jsonl

FOLDER holds the suite's *.textproto files (google/cel-spec, tests/simple/testdata). What stands in
the JSON lines of --without is left out. The first line names the source and counts the cases; of the
files in OUTSIDE it only says how many cases they have and why none of them is here, and so of the
cases in which a container completes a name.
"""

import argparse
import datetime
import json
import math
import pathlib
import re
import sys

# Files of which no case is written: each is about something that the language has not.
MESSAGES = "messages of protocol buffers"
EXTENSION = "libraries of extensions"
CONTAINER = "containers, which complete a name"
OUTSIDE = {
    "bindings_ext": EXTENSION,
    "block_ext": EXTENSION,
    "dynamic": MESSAGES,
    "encoders_ext": EXTENSION,
    "enums": MESSAGES,
    "macros2": "macros with two variables",
    "math_ext": EXTENSION,
    "network_ext": EXTENSION,
    "optionals": EXTENSION,
    "proto2": MESSAGES,
    "proto2_ext": MESSAGES,
    "proto3": MESSAGES,
    "string_ext": EXTENSION,
    "wrappers": MESSAGES,
}

TOKEN = re.compile(
    r"""\s+ | \#[^\n]*
    | (?P<text>"(?:\\.|[^"\\\n])*" | '(?:\\.|[^'\\\n])*')
    | (?P<word>-?[A-Za-z0-9_.+][-A-Za-z0-9_.+]*)
    | (?P<symbol>[][{}<>:,;/])""",
    re.VERBOSE,
)
ESCAPES = {"a": 7, "b": 8, "f": 12, "n": 10, "r": 13, "t": 9, "v": 11}
ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|[xX]([0-9A-Fa-f]{1,2})|u(.{4})|U(.{8})|(.))", re.DOTALL)


def unescaped(body: str) -> bytes:
    """The bytes that the inside of a text in quotes stands for."""

    def byte(match: re.Match) -> bytes:
        octal, hexadecimal, short, long, letter = match.groups()
        if octal:
            return bytes([int(octal, 8)])
        if hexadecimal:
            return bytes([int(hexadecimal, 16)])
        if short or long:
            return chr(int(short or long, 16)).encode()
        return bytes([ESCAPES[letter.decode()]]) if letter.decode() in ESCAPES else letter

    return ESCAPE.sub(byte, body.encode())


class Reader:
    """Reads the text format of protocol buffers: a message is a list of (name, value) pairs.

    A value is a message, the bytes of a text, or a word such as `true` or `-1.5`.
    """

    def __init__(self, text: str):
        self.tokens, place = [], 0
        while place < len(text):
            match = TOKEN.match(text, place)
            if not match:
                sys.exit(f"can't read {text[place : place + 40]!r}")
            if match.lastgroup:
                self.tokens.append((match.lastgroup, match.group()))
            place = match.end()
        self.tokens.append(("end", ""))
        self.place = 0

    def peek(self) -> tuple:
        return self.tokens[self.place]

    def take(self, *symbols: str) -> bool:
        found = self.peek()[0] == "symbol" and self.peek()[1] in symbols
        self.place += found
        return found

    def next(self) -> str:
        token = self.peek()[1]
        self.place += 1
        return token

    def message(self) -> list:
        pairs = []
        while self.peek()[0] == "word" or self.peek()[1] == "[":
            name = self.next()
            if name == "[":
                # The type of any message, or an extension: [type.googleapis.com/a.Message].
                name = ""
                while not self.take("]"):
                    name += self.next()
            self.take(":")
            if self.take("["):
                while not self.take("]"):
                    pairs.append((name, self.value()))
                    self.take(",")
            else:
                pairs.append((name, self.value()))
            self.take(",", ";")
        return pairs

    def value(self):
        if self.take("{", "<"):
            pairs = self.message()
            if not self.take("}", ">"):
                sys.exit(f"expected the end of a message, found {self.peek()}")
            return pairs
        kind, token = self.peek()[0], self.next()
        if kind == "word":
            return token
        if kind != "text":
            sys.exit(f"expected a value, found {token!r}")
        content = unescaped(token[1:-1])
        while self.peek()[0] == "text":
            content += unescaped(self.next()[1:-1])
        return content


def field(message: list, name: str, default=None):
    return next((value for key, value in message if key == name), default)


def fields(message: list, name: str) -> list:
    return [value for key, value in message if key == name]


def text(message: list, name: str) -> str:
    return field(message, name, b"").decode()


def message_value(name: str, content: list) -> dict:
    """A moment or a length of time as CEL writes it; of any other message only its name."""
    seconds, nanos = (int(field(content, key, "0")) for key in ("seconds", "nanos"))
    decimals = f".{abs(nanos):09}".rstrip("0").rstrip(".")
    match name:
        case "google.protobuf.Duration":
            sign = "-" if seconds < 0 or nanos < 0 else ""
            return {"duration": f"{sign}{abs(seconds)}{decimals}s"}
        case "google.protobuf.Timestamp":
            moment = datetime.datetime(1970, 1, 1) + datetime.timedelta(seconds=seconds)
            return {"timestamp": f"{moment.isoformat()}{decimals}Z"}
    return {"message": name}


def value(message: list) -> dict:
    """What a value of the suite becomes: one key that says the type."""
    if not message:
        return {"null": True}
    kind, content = message[0]
    match kind:
        case "null_value":
            return {"null": True}
        case "bool_value":
            return {"bool": content == "true"}
        case "int64_value":
            return {"int": str(int(content, 0))}
        case "uint64_value":
            return {"uint": str(int(content, 0))}
        case "double_value":
            number = float(content)
            if math.isnan(number):
                return {"double": "NaN"}
            if math.isinf(number):
                return {"double": "Infinity" if number > 0 else "-Infinity"}
            return {"double": number}
        case "string_value":
            return {"string": content.decode()}
        case "bytes_value":
            return {"bytes": content.hex()}
        case "list_value":
            return {"list": [value(item) for item in fields(content, "values")]}
        case "map_value":
            entries = fields(content, "entries")
            return {"map": [[value(field(e, "key")), value(field(e, "value"))] for e in entries]}
        case "enum_value":
            return {"enum": text(content, "type")}
        case "type_value":
            return {"type": content.decode()}
        case "object_value":
            return message_value(content[0][0].split("/")[-1], content[0][1])
    sys.exit(f"a value of kind {kind}")


PRIMITIVES = {"INT64": "int", "UINT64": "uint"}
TIMES = {"google.protobuf.Duration": "duration", "google.protobuf.Timestamp": "timestamp"}


def type_name(message: list) -> str:
    """A type as an expression's messages name it, or as CEL does."""
    if not message:
        return "dyn"
    kind, content = message[0]
    match kind:
        case "primitive":
            return PRIMITIVES.get(content, content.lower())
        case "wrapper":
            return f"wrapper({PRIMITIVES.get(content, content.lower())})"
        case "list_type":
            return f"list({type_name(field(content, 'elem_type', []))})"
        case "map_type":
            key, item = field(content, "key_type", []), field(content, "value_type", [])
            return f"map({type_name(key)}, {type_name(item)})"
        case "message_type" | "type_param":
            return TIMES.get(content.decode(), content.decode())
        case "well_known":
            return content.lower()
        case "type":
            return f"type({type_name(content)})"
        case "abstract_type":
            return text(content, "name")
        case "function":
            return "function"
        case "null" | "dyn" | "error":
            return kind
    sys.exit(f"a type of kind {kind}")


def expectation(test: list) -> tuple:
    """What a case expects, and the type that it says the expression has."""
    if any(key in ("eval_error", "any_eval_errors", "unknown", "any_unknowns") for key, _ in test):
        errors = fields(field(test, "eval_error", []), "errors")
        return {"error": [text(error, "message") for error in errors]}, None
    typed = field(test, "typed_result")
    if typed is not None:
        deduced = field(typed, "deduced_type")
        result = field(typed, "result")
        return (
            {} if result is None else {"value": value(result)},
            None if deduced is None else type_name(deduced),
        )
    # A case that expects nothing expects true.
    return {"value": value(field(test, "value", [("bool_value", "true")]))}, None


def case(file: str, section: str, test: list) -> dict:
    line = {"file": file, "section": section, "name": text(test, "name")}
    line["expr"] = text(test, "expr")
    if field(test, "disable_check") == "true":
        line["check"] = False
    if field(test, "container"):
        line["container"] = text(test, "container")
    declared = {
        text(item, "name"): type_name(field(field(item, "ident"), "type", []))
        for item in fields(test, "type_env")
        if field(item, "ident") is not None
    }
    functions = [
        text(item, "name")
        for item in fields(test, "type_env")
        if field(item, "function") is not None
    ]
    if declared:
        line["decls"] = declared
    if functions:
        line["functions"] = functions
    bound = {
        text(item, "key"): value(field(field(item, "value"), "value", []))
        for item in fields(test, "bindings")
    }
    if bound:
        line["bindings"] = bound
    line["expect"], deduced = expectation(test)
    if deduced:
        line["type"] = deduced
    return line


def needs_container(line: dict) -> bool:
    """Whether the container completes a name that the case declares."""
    declared = line.get("decls", {})
    return "container" in line and any(n.startswith(line["container"] + ".") for n in declared)


def key(line: dict) -> tuple:
    return line["file"], line["section"], line["name"], line["expr"]


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    arguments.add_argument("folder", type=pathlib.Path)
    arguments.add_argument("--source", required=True, help="what the first line says of the source")
    arguments.add_argument("--without", type=pathlib.Path, help="JSON lines of cases to leave out")
    options = arguments.parse_args()
    left_out = set()
    if options.without:
        known = [json.loads(line) for line in options.without.read_text("utf-8").splitlines()]
        left_out = {key(line) for line in known if "expr" in line}
    lines, outside = [], {}

    def leave_out(name: str, cases: int, because: str) -> None:
        if cases:
            outside[name] = {"cases": cases, "because": because}

    for path in sorted(options.folder.glob("*.textproto")):
        file = Reader(path.read_text("utf-8")).message()
        tests = [
            case(path.stem, text(section, "name"), test)
            for section in fields(file, "section")
            for test in fields(section, "test")
        ]
        if path.stem in OUTSIDE:
            leave_out(path.stem, len(tests), OUTSIDE[path.stem])
            continue
        kept = [line for line in tests if not needs_container(line)]
        leave_out(path.stem, len(tests) - len(kept), CONTAINER)
        lines += [line for line in kept if key(line) not in left_out]
    print(json.dumps({"source": options.source, "cases": len(lines), "outside": outside}))
    for line in lines:
        print(json.dumps(line, ensure_ascii=False))


if __name__ == "__main__":
    main()
