"""What several judges need: asking the product, and the files of CLDR and Unicode."""

import collections
import json
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[3]
LANGUAGES = ("en", "ru", "zh", "id", "cs")


def folder_of(package: str, variable: str, usual: str) -> pathlib.Path:
    """Where the files of a Debian package are, or where the environment says that they are."""
    folder = pathlib.Path(os.environ.get(variable, usual))
    if not folder.is_dir():
        sys.exit(f"{folder} is not here: install {package}, or name the folder of its files in {variable}")
    return folder


def ask(**questions) -> dict:
    """The product's answers: a test of LocalizationTests reads the questions and writes them.

    What may be asked stands in Tests/LocalizationTests/Judges/JudgeQuestions.swift.
    """
    with tempfile.TemporaryDirectory() as folder:
        asked, answered = pathlib.Path(folder, "questions.json"), pathlib.Path(folder, "answers.json")
        asked.write_text(json.dumps(questions), "utf-8")
        command = ["swift", "test", "--disable-xctest", "--filter", "JudgeAnswersTests"]
        # Whoever names the command has built everything.
        if "PAIFANG" in os.environ:
            command.append("--skip-build")
        run = subprocess.run(
            command,
            cwd=ROOT,
            env={
                **os.environ,
                "PAIFANG_JUDGE_QUESTIONS": str(asked),
                "PAIFANG_JUDGE_ANSWERS": str(answered),
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        if run.returncode != 0 or not answered.exists():
            sys.exit(f"the product did not answer:\n{run.stdout[-3000:]}")
        return json.loads(answered.read_text("utf-8"))


class Verdict:
    """Counts what fits, and tells the first of what doesn't.

    `known` says of a difference why it is there: it is told and not counted, and one that is gone fails.
    """

    LIMIT = 20

    def __init__(self, known: dict | None = None):
        self.passed = self.failed = 0
        self.known = dict(known or {})
        self.met = set()

    def compare(self, what: str, wanted, got) -> None:
        if wanted == got:
            self.passed += 1
        elif what in self.known:
            self.met.add(what)
        else:
            self.fail(f"{what}\n  wanted:  {wanted!r}\n  paifang: {got!r}")

    def fail(self, text: str) -> None:
        self.failed += 1
        if self.failed <= self.LIMIT:
            print(text)

    def end(self) -> int:
        """Prints the count, and gives the exit code."""
        for what in self.known.keys() - self.met:
            self.fail(f"{what}: this is no difference any more; take it from the list")
        for reason, count in collections.Counter(self.known[what] for what in self.met).items():
            print(f"known: {reason}: {count}")
        if self.failed > self.LIMIT:
            print(f"... and {self.failed - self.LIMIT} more")
        print(f"{self.passed} passed, {self.failed} failed")
        return 1 if self.failed else 0
