#!/usr/bin/env python3
"""Compares every branch of every message with ICU's MessageFormat, reached through PyICU.

The locale files are read by PyYAML, so that neither their reader nor the message programs of the
product take part on this side. What the product says comes from a test that writes it down.
PAIFANG_JUDGE_MESSAGES may name a file that such a test has written already.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

import icu
import yaml


def product_samples(root: pathlib.Path) -> list:
    """What the product says: language, key, arguments and text of each sample."""
    ready = os.environ.get("PAIFANG_JUDGE_MESSAGES")
    if ready:
        return json.loads(pathlib.Path(ready).read_text("utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "messages.json"
        command = ["swift", "test", "--disable-xctest", "--filter", "JudgeMaterialTests"]
        run = subprocess.run(
            command,
            cwd=root,
            env={**os.environ, "PAIFANG_JUDGE_MESSAGES": str(path)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        if run.returncode != 0 or not path.exists():
            sys.exit(f"the product wrote no messages:\n{run.stdout[-3000:]}")
        return json.loads(path.read_text("utf-8"))


def flattened(tree: dict, prefix: str = "") -> dict:
    """The messages of a locale file by their keys."""
    messages = {}
    for name, value in tree.items():
        key = f"{prefix}{name}"
        if isinstance(value, dict):
            messages.update(flattened(value, f"{key}."))
        else:
            messages[key] = value
    return messages


def load(path: pathlib.Path) -> dict:
    # The base loader leaves every scalar a text.
    messages = flattened(yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader))
    return {key: text[:-1] if text.endswith("\n") else text for key, text in messages.items()}


def formattable(value: dict) -> icu.Formattable:
    if value["kind"] == "instant":
        return icu.Formattable(value["integer"] / 1000, icu.Formattable.kIsDate)
    return icu.Formattable(value[{"text": "text", "integer": "integer", "number": "number"}[value["kind"]]])


def expected(pattern: str, language: str, arguments: dict) -> str:
    message = icu.MessageFormat(pattern, icu.Locale(language))
    names = list(arguments)
    return message.format(names, [formattable(arguments[name]) for name in names])


def main() -> int:
    root = pathlib.Path(__file__).resolve().parents[2]
    icu.TimeZone.setDefault(icu.TimeZone.createTimeZone("UTC"))
    samples = product_samples(root)
    languages = sorted({sample["language"] for sample in samples})
    files = {language: load(root / "locales" / f"{language}.yaml") for language in languages}
    passed = failed = 0
    for sample in samples:
        language, key = sample["language"], sample["key"]
        try:
            wanted = expected(files[language][key], language, sample["arguments"])
        except (KeyError, icu.ICUError) as error:
            wanted = f"({type(error).__name__}: {error})"
        if wanted == sample["text"]:
            passed += 1
            continue
        failed += 1
        if failed <= 20:
            print(f"{language} {key} {sample['arguments']}\n  ICU:     {wanted!r}\n  paifang: {sample['text']!r}")
    seen = {(sample["language"], sample["key"]) for sample in samples}
    for language in languages:
        for key in files[language]:
            if (language, key) not in seen:
                failed += 1
                print(f"{language} {key}: the product did not say this message")
    print(f"messages: {len(seen)} in {', '.join(languages)}; ICU {icu.ICU_VERSION}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
