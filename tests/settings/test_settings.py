"""The preferences file: what is written is found again, whatever happens."""

import os
import random
import re
import signal
import subprocess
import sys
import tomllib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accessreader.errors import PreferenceError, PreferenceProblem, StoreError
from accessreader.policy import Policy
from accessreader.preferences import Amount, Choice, ColourCode, Preferences, Switch, declarations
from accessreader.settings import UNDO_STEPS, PreferenceStore


@pytest.fixture
def path(tmp_path):
    return tmp_path / "config" / "preferences.toml"


def written(path):
    return tomllib.loads(path.read_text("utf-8"))


def put(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return PreferenceStore(path)


def test_without_a_file_the_built_in_values_are_in_effect_and_nothing_is_written(path):
    store = PreferenceStore(path)
    assert store.preferences == Preferences()
    assert (store.refused, store.set_aside, store.can_undo, store.path) == ((), None, False, path)
    assert not path.parent.exists()


def test_a_change_is_in_effect_at_once_and_found_by_the_next_start(path):
    store = PreferenceStore(path)
    assert store.change(font_size=30, theme="white-on-black").font_size == 30
    assert store.preferences.theme == "white-on-black"
    assert written(path) == {"version": 1, "font_size": 30.0, "theme": "white-on-black"}
    assert PreferenceStore(path).preferences == store.preferences


VALUES = {
    Switch: lambda _preference: st.booleans(),
    Choice: lambda preference: st.sampled_from([word for word, _label in preference.choices]),
    ColourCode: lambda _preference: st.from_regex(r"#[0-9a-f]{6}", fullmatch=True),
    Amount: lambda preference: st.floats(preference.low, preference.high).map(preference.check),
}
NAMES = st.text(min_size=1, max_size=100).filter(lambda text: text == text.strip() and text.isprintable())


@st.composite
def changes(draw):
    key = draw(st.sampled_from(sorted(declarations())))
    preference = declarations()[key]
    return key, draw(VALUES.get(type(preference), lambda _preference: NAMES)(preference))


@given(st.lists(changes(), min_size=1, max_size=6))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_values_that_can_be_had_are_found_again_and_can_be_taken_back(tmp_path, steps):
    path = tmp_path / "preferences.toml"
    path.unlink(missing_ok=True)
    store = PreferenceStore(path)
    for key, value in steps:
        store.change(**{key: value})
    assert PreferenceStore(path).preferences == store.preferences
    while store.can_undo:
        store.undo()
    assert store.preferences == PreferenceStore(path).preferences == Preferences()


def test_comments_and_unknown_keys_survive_and_new_keys_stay_out_of_the_tables(path):
    store = put(path, '# mine\r\ntheme = "yellow-on-black" # nice\r\nlater = 3\r\n\r\n[pane]\r\nwidth = 3\r\n')
    store.change(font_size=40)
    text = path.read_text("utf-8")
    assert "# mine" in text
    assert "# nice" in text
    assert written(path) == {
        "version": 1, "theme": "yellow-on-black", "later": 3, "font_size": 40.0, "pane": {"width": 3},
    }  # fmt: skip


def test_a_file_of_comments_alone_keeps_them(path):
    put(path, "# nothing yet\n").change(font_size=40)
    assert "# nothing yet" in path.read_text("utf-8")


def test_a_file_with_the_mark_that_windows_puts_before_text_is_read(path):
    store = put(path, '\ufefftheme = "yellow-on-black"\n')
    assert store.preferences.theme == "yellow-on-black"
    assert store.change(font_size=20).theme == "yellow-on-black"
    assert store.set_aside is None


def test_an_impossible_value_is_refused_said_and_left_in_the_file(path):
    store = put(path, 'font_size = "big"\nmeasure = 50\nfnot_family = "Inter"\n')
    assert store.preferences == Preferences(measure=50)
    assert [(error.key, error.problem) for error in store.refused] == [
        ("font_size", PreferenceProblem.VALUE), ("fnot_family", PreferenceProblem.UNKNOWN),
    ]  # fmt: skip
    store.change(theme="white-on-black")
    assert written(path)["font_size"] == "big"


def test_a_number_beyond_all_measure_is_refused_like_any_other(path):
    assert put(path, f"font_size = {10**400}\nmeasure = inf\nline_height = nan\n").preferences == Preferences()


def test_a_file_of_a_later_version_is_read_without_complaint_about_its_new_keys(path):
    store = put(path, 'version = 2\nhologram = true\nfont_size = 25\nmeasure = "wide"\n')
    assert store.preferences.font_size == 25
    assert [error.key for error in store.refused] == ["measure"]
    store.change(font_size=26)
    assert written(path)["version"] == 2


def test_a_version_that_is_no_number_harms_nothing(path):
    assert put(path, 'version = "one"\nfont_size = 25\n').preferences.font_size == 25


def test_a_table_where_a_value_should_be_is_replaced_by_the_next_value(path):
    store = put(path, "[theme]\nname = 1\n[other]\nkept = 2\n")
    store.change(theme="white-on-black", font_size=22)
    assert written(path) == {"version": 1, "theme": "white-on-black", "font_size": 22.0, "other": {"kept": 2}}


DAMAGED = {
    "not TOML": b"font_size = = 3",
    "not UTF-8": 'theme = "тема"'.encode("cp1251"),
    "zeros": bytes(512),
    "nested without end": b"x = " + b"[" * 100_000,
}


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_file_is_set_aside_with_its_date_and_never_lost(path, content, caplog):
    store = put(path, content)
    assert store.preferences == Preferences()
    assert re.fullmatch(r"preferences\.damaged-\d{8}-\d{6}\.toml", store.set_aside.name)
    assert store.set_aside.read_bytes() == content
    assert "damaged" in caplog.text
    store.change(font_size=33)
    assert PreferenceStore(path).preferences.font_size == 33
    assert store.set_aside.read_bytes() == content


def test_two_damaged_files_in_one_second_are_both_kept(path, caplog):
    kept = [put(path, b"==").set_aside for _number in range(3)]
    assert len(set(kept)) == 3
    assert all(place.read_bytes() == b"==" for place in kept)
    assert caplog.records


def test_a_folder_in_the_place_of_the_file_is_set_aside(path, caplog):
    path.mkdir(parents=True)
    (path / "inside").write_text("kept")
    store = PreferenceStore(path)
    assert (store.set_aside / "inside").read_text() == "kept"
    assert store.change(font_size=33).font_size == 33
    assert written(path)["font_size"] == 33
    assert caplog.records


def test_a_file_that_is_damaged_while_the_program_runs_costs_nothing_that_was_set(path, caplog):
    store = PreferenceStore(path)
    store.change(font_size=33)
    path.write_bytes(b"\xff\xfe")
    store.change(measure=40)
    assert store.set_aside.read_bytes() == b"\xff\xfe"
    assert PreferenceStore(path).preferences == Preferences(font_size=33, measure=40)
    assert caplog.records


def test_a_file_that_was_deleted_while_the_program_runs_is_written_anew(path):
    store = PreferenceStore(path)
    store.change(font_size=33)
    path.unlink()
    store.change(measure=40)
    assert PreferenceStore(path).preferences == Preferences(font_size=33, measure=40)


def test_an_unknown_key_or_value_changes_nothing_at_all(path):
    store = PreferenceStore(path)
    for wrong, problem in (({"fnt": 1}, PreferenceProblem.UNKNOWN), ({"measure": 500}, PreferenceProblem.VALUE)):
        with pytest.raises(PreferenceError) as caught:
            store.change(font_size=50, **wrong)
        assert caught.value.problem is problem
    assert store.preferences == Preferences()
    assert not path.exists()


def test_the_policys_defaults_stand_under_the_reader_and_its_locks_above(path):
    policy = Policy(defaults={"theme": "yellow-on-black", "font_size": 25}, locked={"measure": 40})
    put(path, "font_size = 30\nmeasure = 70\n")
    store = PreferenceStore(path, policy)
    assert store.preferences == Preferences(theme="yellow-on-black", font_size=30, measure=40)
    assert store.locked == {"measure"}
    for forbidden in (lambda: store.change(measure=50, theme="white-on-black"), lambda: store.reset("measure")):
        with pytest.raises(PreferenceError) as caught:
            forbidden()
        assert caught.value.problem is PreferenceProblem.LOCKED
    assert store.reset().font_size == 25
    assert store.preferences == Preferences(theme="yellow-on-black", font_size=25, measure=40)
    assert written(path)["measure"] == 70


def test_a_preset_is_taken_over_but_for_what_is_locked(path):
    store = PreferenceStore(path, Policy(locked={"measure": 40}))
    assert store.adopt({"measure": 70, "font_size": 44}) == Preferences(measure=40, font_size=44)
    assert store.undo() == Preferences(measure=40)


def test_undo_takes_back_step_by_step_and_then_does_nothing(path):
    store = PreferenceStore(path)
    store.change(font_size=20, measure=40)
    store.change(font_size=30)
    store.change(font_size=30)
    assert store.undo() == Preferences(font_size=20, measure=40)
    assert store.undo() == Preferences()
    assert not store.can_undo
    assert store.undo() == Preferences()
    assert written(path) == {"version": 1}


def test_undo_reaches_far_but_not_for_ever(path):
    store = PreferenceStore(path)
    for step in range(UNDO_STEPS + 10):
        store.change(font_size=20 + step)
    for _step in range(UNDO_STEPS):
        store.undo()
    assert not store.can_undo
    assert store.preferences.font_size == 29


def test_reset_takes_single_keys_or_all_back_and_can_be_taken_back(path):
    store = PreferenceStore(path)
    wanted = store.change(font_size=20, measure=40, theme="own")
    assert store.reset("font_size") == Preferences(measure=40, theme="own")
    assert store.reset() == Preferences()
    store.undo()
    assert store.undo() == wanted
    with pytest.raises(PreferenceError):
        store.reset("fnt")


def test_the_safe_defaults_bring_back_what_is_seen_and_leave_the_language(path):
    store = PreferenceStore(path, Policy(locked={"measure": 40}))
    before = store.change(own_text="#000000", own_background="#000000", theme="own", interface_language="kk")
    assert store.safe_defaults() == Preferences(measure=40, interface_language="kk")
    assert store.undo() == before


def test_two_windows_keep_each_others_changes_and_see_them_when_they_write(path):
    one, other = PreferenceStore(path), PreferenceStore(path)
    one.change(font_size=30)
    assert other.preferences.font_size == 18
    assert other.change(measure=40) == Preferences(font_size=30, measure=40)
    assert one.change(theme="own") == Preferences(font_size=30, measure=40, theme="own")


def test_a_link_to_the_file_stays_a_link_and_the_files_permissions_stay(path, tmp_path):
    real = tmp_path / "elsewhere" / "shared.toml"
    put(real, "font_size = 20\n")
    real.chmod(0o640)
    path.parent.mkdir()
    path.symlink_to(real)
    PreferenceStore(path).change(font_size=30)
    assert path.is_symlink()
    assert written(real)["font_size"] == 30
    assert real.stat().st_mode & 0o777 == 0o640


def test_where_nothing_can_be_written_the_value_is_in_effect_and_saved_when_it_can_be(path):
    path.parent.write_text("a file where the folder should be")
    store = PreferenceStore(path)
    with pytest.raises(StoreError) as caught:
        store.change(font_size=60)
    assert str(path) in str(caught.value)
    assert store.preferences.font_size == 60
    with pytest.raises(StoreError):
        store.change(measure=40)
    path.parent.unlink()
    assert store.change(theme="own") == Preferences(font_size=60, measure=40, theme="own")
    assert PreferenceStore(path).preferences == store.preferences


def test_what_could_not_be_saved_is_saved_with_what_the_other_window_wrote(path):
    path.parent.write_text("a file where the folder should be")
    store = PreferenceStore(path)
    with pytest.raises(StoreError):
        store.change(font_size=60)
    with pytest.raises(StoreError):
        store.reset("measure")
    path.parent.unlink()
    put(path, "measure = 40\n")
    assert store.change(theme="own") == Preferences(font_size=60, theme="own")
    assert PreferenceStore(path).preferences == store.preferences


ON_A_FULL_DISK = """
import resource, sys
from pathlib import Path
from accessreader.errors import StoreError
from accessreader.settings import PreferenceStore
store = PreferenceStore(Path(sys.argv[1]))
store.change(font_size=20)
resource.setrlimit(resource.RLIMIT_FSIZE, (4, resource.RLIM_INFINITY))
try:
    store.change(font_size=60)
except StoreError as error:
    print(error, store.preferences.font_size)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="the limit of a file's size is POSIX's")
def test_on_a_full_disk_the_old_file_stays_whole_and_no_scraps_are_left(path):
    done = subprocess.run(
        [sys.executable, "-c", ON_A_FULL_DISK, str(path)], capture_output=True, text=True, check=True, timeout=50
    )
    assert done.stdout.strip().endswith("60.0")
    assert written(path)["font_size"] == 20
    assert not list(path.parent.glob(".*.new"))


def test_a_scrap_that_a_killed_writer_left_is_swept_away(path):
    store = PreferenceStore(path)
    store.change(font_size=20)
    scrap = path.with_name(".preferences.toml.abcd.new")
    scrap.write_text("half")
    store.change(font_size=21)
    assert not scrap.exists()


WRITES_FOR_EVER = """
import sys
from pathlib import Path
from accessreader.settings import PreferenceStore
store = PreferenceStore(Path(sys.argv[1]))
number = int(store.preferences.font_size)
while True:
    number = 12 + (number - 11) % 189
    store.change(font_size=number)
    print(number, flush=True)
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is POSIX's")
def test_killed_at_any_moment_the_file_holds_the_last_value_or_the_one_being_written(path):
    chance = random.Random(2)
    put(path, "# mine\nlater = 3\n").change(font_size=12)
    for _round in range(30):
        with subprocess.Popen([sys.executable, "-c", WRITES_FOR_EVER, str(path)], stdout=subprocess.PIPE) as writer:
            first = int(writer.stdout.readline())
            try:
                writer.wait(chance.uniform(0, 0.03))
            except subprocess.TimeoutExpired:
                os.kill(writer.pid, signal.SIGKILL)
            said = writer.stdout.read().split()
        last = int(said[-1]) if said else first
        found = written(path)
        assert found["font_size"] in (last, 12 + (last - 11) % 189)
        assert found["later"] == 3
        assert path.read_text("utf-8").startswith("# mine")
    assert not list(path.parent.glob("*damaged*"))


WRITES_ONE_KEY = """
import sys
from pathlib import Path
from accessreader.settings import PreferenceStore
store = PreferenceStore(Path(sys.argv[1]))
for number in range(30, 70):
    store.change(**{sys.argv[2]: number})
"""


@pytest.mark.slow
def test_processes_that_write_at_the_same_time_lose_nothing_of_each_other(path):
    command = [sys.executable, "-c", WRITES_ONE_KEY, str(path)]
    writers = [subprocess.Popen([*command, key]) for key in ("font_size", "measure")]
    assert [writer.wait(50) for writer in writers] == [0, 0]
    assert written(path) == {"version": 1, "font_size": 69.0, "measure": 69.0}


def test_what_is_forgotten_cannot_be_taken_back(path):
    store = PreferenceStore(path)
    store.change(font_size=30, interface_language="kk")
    assert store.forget() == Preferences()
    assert not store.can_undo
    assert PreferenceStore(path).preferences == Preferences()


def test_what_is_set_for_this_run_is_not_saved_and_ends_with_the_next_change(path):
    store = PreferenceStore(path, Policy(locked={"measure": 40}))
    store.change(theme="white-on-black")
    assert store.for_this_run(theme="own", font_size=50) == Preferences(theme="own", font_size=50, measure=40)
    assert store.change(line_height=2) == Preferences(theme="own", font_size=50, measure=40, line_height=2)
    assert written(path) == {"version": 1, "theme": "white-on-black", "line_height": 2.0}
    assert store.change(font_size=20) == Preferences(theme="own", font_size=20, measure=40, line_height=2)
    assert store.reset("theme").theme == Preferences().theme
    with pytest.raises(PreferenceError):
        store.for_this_run(measure=50)


def test_the_system_is_followed_where_nobody_has_decided_otherwise(path):
    store = PreferenceStore(path, Policy(defaults={"measure": 50.0}, locked={"images": "hidden"}))
    store.change(font_size=30.0)
    followed = store.follow({"theme": "system", "font_size": 27.0, "measure": 70.0, "images": "shown"})
    assert (followed.theme, followed.font_size, followed.measure, followed.images) == ("system", 30.0, 50.0, "hidden")
    assert store.reset("font_size").font_size == 27.0
    assert store.follow({}).theme == Preferences().theme
    assert "system" not in path.read_text(encoding="utf-8")


def test_what_was_decided_is_known_also_where_it_is_what_the_program_came_with(path):
    store = PreferenceStore(path)
    assert store.chosen == frozenset()
    store.change(theme=Preferences().theme)
    assert store.chosen == {"theme"}
    assert PreferenceStore(path).chosen == {"theme"}
    store.undo()
    assert store.chosen == frozenset()
