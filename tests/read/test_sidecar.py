"""`sources.toml`: what is said of a file from outside, and what is said of a wrong one."""

from __future__ import annotations

from pathlib import Path

import pytest

from reltui.read import Found, Unreadable, discover, read

TEXT = "The minister met his guest in Belgrade and they spoke of trade.\n"


def folder(tmp_path: Path, sidecar: str) -> list[Found]:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "sources.toml").write_text(sidecar, encoding="utf-8")
    return discover([tmp_path])


def test_what_it_says_reaches_the_source(tmp_path: Path):
    (file,) = folder(
        tmp_path,
        '[all]\npublisher = "Министарство"\nlanguage = "en"\n'
        '["a.txt"]\ntitle = "A title"\ndate = 2024-05-06\nkind = "release"\nurl = "https://example.org"\n',
    )
    (source,) = read(file).sources
    assert (source.title, source.publisher, source.kind) == ("A title", "Министарство", "release")
    assert (source.published, source.published_basis) == ("2024-05-06", "explicit")
    assert source.published_why == "given in the sources.toml"
    assert source.url == "https://example.org"


def test_a_table_for_one_file_outweighs_the_one_for_all(tmp_path: Path):
    (file,) = folder(tmp_path, '[all]\ntitle = "All"\nauthor = "X"\n["a.txt"]\ntitle = "One"\n')
    (source,) = read(file).sources
    assert (source.title, source.author) == ("One", "X")


@pytest.mark.parametrize(
    ("sidecar", "said"),
    [
        ("[broken", "cannot be used"),
        ('["a.txt"]\ntitel = "A"\n', "'titel' of 'a.txt' is not known"),
        ('["a.txt"]\nkind = "novel"\n', "'novel' of 'a.txt' is no kind of source"),
        ('["a.txt"]\ndate = "the sixth"\n', "the date of 'a.txt'"),
        ('["b.txt"]\ntitle = "B"\n', "b.txt"),
        ('title = "A"\n', "'title' must be a table"),
    ],
)
def test_a_wrong_one_is_reported_once_and_the_files_are_read(tmp_path: Path, sidecar: str, said: str):
    bad, good = folder(tmp_path, sidecar)
    assert bad.name == "sources.toml"
    with pytest.raises(Unreadable) as caught:
        read(bad)
    assert said in caught.value.reason
    assert read(good).sources[0].text == TEXT.strip()


def test_posts_of_a_dump_keep_their_own_titles(tmp_path: Path):
    (tmp_path / "d.txt").write_text(
        "Forwarded from C\n🇷🇸 A met B\nThey talked.\nForwarded from C\n🇷🇸 C met D\nAnd so on.\n"
    )
    (tmp_path / "sources.toml").write_text('["d.txt"]\ntitle = "A dump"\npublisher = "The Channel"\n')
    (file,) = discover([tmp_path])
    assert [source.title for source in read(file).sources] == ["A met B", "C met D"]
    assert {source.publisher for source in read(file).sources} == {"The Channel"}


def test_a_change_is_seen(tmp_path: Path):
    folder(tmp_path, '["a.txt"]\ntitle = "Old"\n')
    (tmp_path / "sources.toml").write_text('["a.txt"]\ntitle = "Newer"\n')
    (file,) = discover([tmp_path])
    assert read(file).sources[0].title == "Newer"
