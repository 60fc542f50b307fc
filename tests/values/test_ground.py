"""The ground: resources, folders, the log, and the sentences of errors."""

import logging

import pytest

from accessreader import errors, resources
from accessreader.errors import (
    AccessReaderError,
    FetchError,
    FetchReason,
    NoArticleReason,
    NotAnArticleError,
    PreferenceError,
    PreferenceProblem,
    ResourceFileError,
    StoreError,
    UnforeseenError,
    UsageError,
    WindowError,
)
from accessreader.folders import folders
from accessreader.logbook import LOG_NAME, start_log
from accessreader.messages import use_language


@pytest.fixture(autouse=True)
def english():
    use_language("en")


def test_resources_are_found_by_name_and_listed_in_order():
    found = resources.names("themes", ".toml")
    assert list(found) == sorted(found)
    assert "themes/black-on-white.toml" in found
    assert resources.read_text(found[0]).encode() == resources.read_bytes(found[0])
    assert resources.names("no such folder") == ()
    with pytest.raises(OSError, match="no such"):
        resources.read_bytes("no such/file.toml")


def test_every_reading_face_is_a_font_and_in_order():
    names = [file.name for file in resources.font_files()]
    assert names == sorted(names)
    assert all(name.endswith((".ttf", ".otf")) for name in names)


def test_home_puts_every_folder_elsewhere_and_none_is_created(tmp_path):
    places = folders(tmp_path / "home")
    assert {places.config, places.data, places.log, places.site} == {
        tmp_path / "home" / name for name in ("config", "data", "log", "site")
    }
    assert not (tmp_path / "home").exists()


def test_without_a_home_the_systems_folders_are_the_programs_own():
    places = folders()
    for place in (places.config, places.data, places.log, places.site):
        assert place.is_absolute()
        assert "accessreader" in place.parts


@pytest.fixture
def logger(tmp_path):
    found = logging.getLogger("accessreader")
    level, raising = found.level, logging.raiseExceptions
    yield found
    start_log(tmp_path)
    found.setLevel(level)
    logging.raiseExceptions = raising


def test_the_log_is_a_file_that_tells_what_is_done(tmp_path, logger, capsys):
    start_log(tmp_path / "log")
    logger.info("done: %s", "қазір")
    logger.debug("everything")
    text = (tmp_path / "log" / LOG_NAME).read_text("utf-8")
    assert "INFO accessreader: done: қазір" in text
    assert "everything" not in text
    assert capsys.readouterr().err == ""


def test_the_log_can_be_told_on_the_terminal_and_in_full(tmp_path, logger, capsys):
    start_log(tmp_path / "log")
    start_log(tmp_path / "log", verbose=2)
    logger.debug("everything")
    assert capsys.readouterr().err.count("everything") == 1


def test_a_log_that_cannot_be_written_is_silent(tmp_path, logger, capsys):
    (tmp_path / "log").write_text("a file where the folder should be")
    start_log(tmp_path / "log")
    logger.info("said to nobody")
    assert capsys.readouterr().err == ""


EVERY = [
    AccessReaderError(),
    *(FetchError("http://a.test/x", reason, host="a.test", status=503, kind="PDF") for reason in FetchReason),
    *(NotAnArticleError("http://a.test/x", why) for why in NoArticleReason),
    *(PreferenceError("measure", problem, 500, "from 30 to 80") for problem in PreferenceProblem),
    ResourceFileError("mine.toml", "{braces}"),
    StoreError("mine.toml", "No space left on device"),
    UsageError("Give an address."),
    WindowError("there is no screen here."),
    UnforeseenError("/log"),
]


@pytest.mark.parametrize("error", EVERY, ids=lambda error: repr(error)[:60])
def test_every_error_is_a_whole_sentence_for_people_and_a_record_for_the_log(error):
    said = str(error)
    assert said == error.sentence()
    assert said[0].isupper() or said.startswith(("a.test", "measure", "mine.toml"))
    assert said.rstrip("}")[-1] in ".!?" or said.endswith(("--help", "device", "{braces}"))
    assert "{" not in said.replace("{braces}", "")
    assert repr(error).startswith(type(error).__name__ + "(")
    assert "template" not in repr(error)


def test_an_error_without_a_host_names_the_address():
    assert "file.html" in str(FetchError("file.html", FetchReason.REFUSED))


def test_every_class_of_error_has_an_exit_code_of_its_own():
    classes = [found for found in vars(errors).values() if isinstance(found, type) and issubclass(found, Exception)]
    codes = [found.exit_code for found in classes if found not in (AccessReaderError, UnforeseenError)]
    assert len(codes) == len(set(codes))
    assert min(codes) >= 2
