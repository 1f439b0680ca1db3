"""Where the output goes, or cannot go; and what Ctrl+C leaves behind."""

import hashlib
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from exhibit.__main__ import main
from tests.processes import ROOT, run_python

FULL = "exhibit: the output cannot be written: No space left on device\n"
NO_FULL_DEVICE = not Path("/dev/full").exists()

INTERRUPTED = """
import os, signal, sys
from exhibit.__main__ import main

name, *words = sys.argv[1:]

def interrupt(event, arguments):
    if event in ("open", "sqlite3.connect") and str(arguments[0]).endswith(name):
        os.kill(os.getpid(), signal.SIGINT)

signal.signal(signal.SIGINT, signal.default_int_handler)
sys.addaudithook(interrupt)
sys.exit(main(words))
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder without mistakes."""
    return shutil.copytree(ROOT / "tests" / "sources" / "good", tmp_path / "content")


def run_shell(redirection: str, *words: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs a command of exhibit with a redirection, as a shell writes it."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    command = ["sh", "-c", f'exec "$@" {redirection}', "sh", sys.executable, "-m", "exhibit", *map(str, words)]
    return subprocess.run(
        command, cwd=ROOT, env=kept | environment, capture_output=True, text=True, timeout=60, check=False
    )


@pytest.mark.parametrize("words", [["info"], ["info", "--json"], ["dump", "--json"], ["check"]], ids=" ".join)
@pytest.mark.parametrize("redirection", [">&-", "<&- >&- 2>&-"])
def test_a_closed_output_is_no_trouble(sample: Path, words: list[str], redirection: str) -> None:
    before = sample.read_bytes()
    done = run_shell(redirection, *words, sample)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert sample.read_bytes() == before


def test_nothing_is_printed_into_the_package_that_is_written(content: Path, tmp_path: Path) -> None:
    for name, redirection in (("one", ""), ("two", "<&- >&- 2>&-")):
        assert run_shell(redirection, "build", content, "-o", tmp_path / name).returncode == 0
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


@pytest.mark.skipif(NO_FULL_DEVICE, reason="this system has no device that is always full")
@pytest.mark.parametrize(
    "words",
    [["--help"], ["info", "{}"], ["dump", "{}", "--json"], ["check", "{}"], ["search", "{}", "门"]],
    ids=" ".join,
)
def test_a_full_output_is_one_line(sample: Path, words: list[str]) -> None:
    done = run_shell(">/dev/full", *(word.format(sample) for word in words))
    assert (done.returncode, done.stderr) == (1, FULL)


@pytest.mark.parametrize("words", [
    ["info", ""], ["dump", "", "--json"], ["search", "", "x"], ["open", ""], ["pictures", "", "x"], ["pictures", "x", ""],
    ["build", ""], ["build", "-o", ""], ["check", ""], ["review", ""], ["schema", ""],
], ids=" ".join)  # fmt: skip
def test_an_empty_name_is_wrong_usage(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 2
    assert "the name is empty" in capsys.readouterr().err


@pytest.mark.parametrize("folder", [".", "/", ".."])
def test_a_folder_is_no_output(content: Path, folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", str(content), "-o", folder]) == 1
    assert capsys.readouterr().err == f"exhibit: {folder} is a folder; name a file in it with -o\n"


def test_what_build_prints_is_what_info_and_sha256sum_say(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "e.exhibit"
    assert main(["build", str(content), "-o", str(file)]) == 0
    digest, sha256 = capsys.readouterr().out.splitlines()[1:]
    assert sha256 == f"sha256 {hashlib.sha256(file.read_bytes()).hexdigest()}"
    assert main(["info", str(file)]) == 0
    assert digest in capsys.readouterr().out.splitlines()


@pytest.mark.parametrize("locale", ["C", "zh_CN.GBK"])
def test_a_chinese_name_is_written_in_any_locale(content: Path, tmp_path: Path, locale: str) -> None:
    file = tmp_path / "茶.exhibit"
    done = run_shell("", "build", content, "-o", file, LC_ALL=locale, PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert (done.returncode, done.stderr) == (0, "")
    assert main(["check", str(file)]) == 0


# Ctrl+C


def interrupted(at: str, *words: object) -> None:
    """Runs a command, with Ctrl+C as it opens a file whose name ends so."""
    done = run_python("-c", INTERRUPTED, at, *words)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


@pytest.mark.parametrize("words", [["info"], ["dump", "--json"], ["check"]], ids=" ".join)
def test_ctrl_c_ends_what_reads_a_package(sample: Path, words: list[str]) -> None:
    interrupted("sample.exhibit", *words, sample)


@pytest.mark.parametrize("command", ["build", "check", "review"])
def test_ctrl_c_ends_what_reads_a_folder(content: Path, command: str) -> None:
    interrupted("exhibit.yaml", command, content)


def test_ctrl_c_leaves_no_half_package(content: Path, tmp_path: Path, sample_bytes: bytes) -> None:
    output = tmp_path / "output" / "old.exhibit"
    output.parent.mkdir()
    output.write_bytes(sample_bytes)
    interrupted(".part", "build", content, "-o", output)
    assert [one.name for one in output.parent.iterdir()] == [output.name]
    assert output.read_bytes() == sample_bytes


def test_ctrl_c_leaves_no_half_schema(tmp_path: Path) -> None:
    interrupted("map.schema.part", "schema", tmp_path)
    left = [one.name for one in tmp_path.iterdir()]
    assert all(name.endswith(".schema.json") for name in left)
    assert "map.schema.json" not in left


def test_ctrl_c_ends_pictures_after_the_one_in_hand(sample: Path, tmp_path: Path) -> None:
    interrupted("sample.exhibit", "pictures", sample, tmp_path / "pictures")
    (left,) = (tmp_path / "pictures").iterdir()
    assert left.read_bytes().startswith(b"\x89PNG")


@pytest.mark.skipif(not hasattr(signal, "SIGXFSZ"), reason="no limits of files here")
def test_pictures_on_a_full_disk_leave_no_half_picture(sample: Path, tmp_path: Path) -> None:
    code = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096));"
        "from exhibit.__main__ import main; sys.exit(main(sys.argv[1:]))"
    )
    done = run_python("-c", code, "pictures", sample, tmp_path / "pictures")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert "cannot be written" in done.stderr
    assert list((tmp_path / "pictures").iterdir()) == []


def test_the_main_pictures_are_few_and_silent(sample: Path, tmp_path: Path) -> None:
    done = run_python("-m", "exhibit", "pictures", "--main", sample, tmp_path / "pictures")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"11 pictures and contact-sheet.png in {tmp_path / 'pictures'}\n"
    assert {"figure-hans-1440x900.png", "keyboard-hant-1080x1920.png", "contact-sheet.png"} < {
        one.name for one in (tmp_path / "pictures").iterdir()
    }
