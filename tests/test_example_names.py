"""Whom and what the names of the example's article mean, as it spells them, in Arabic and in Russian."""

# ruff: noqa: RUF001 - letters of many alphabets stand here on purpose

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tregua.pipeline import choose
from tregua.ports import Registries
from tregua.records.claim import PlaceMention
from tregua.steps.resolve.places import PlaceFinder
from tregua.wiring import open_case

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "syria-2016"
DAY = dt.date(2016, 5, 6)


@pytest.fixture(scope="module")
def registries(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Registries]:
    folder = tmp_path_factory.mktemp("example") / "case"
    shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns("out", "ledger.db*", "reports"))
    with open_case(folder) as case:
        yield case.setup.registries


@pytest.mark.parametrize(
    ("actor", "spellings"),
    [
        ("faylaq-al-sham", ("Faylagh-o-alSham", "فيلق الشام", "Файлак аш-Шам")),
        ("nour-al-din-al-zenki", ("Noor-0-alDin Zanki", "نور الدين الزنكي", "Нур ад-Дин аз-Зинки")),
        ("jabha-shamiya", ("Jibhat alShamia", "الجبهة الشامية", "Джабхат аш-Шамия")),
        ("jund-al-aqsa", ("Jund-alAqsa", "جند الأقصى", "Джунд аль-Акса")),
        ("turkistan-islamic-party", ("al-Turkistani", "التركستاني", "Туркестани")),
        ("jaysh-al-fath", ("Jaish al-Fat’h", "جيش الفتح", "Джейш аль-Фатх")),
        ("jabha-islamiyya", ("al-Jabha al-Islamiyya", "الجبهة الإسلامية", "Исламский фронт")),
    ],
)
def test_a_group_is_one_group_in_every_spelling(registries: Registries, actor: str, spellings: tuple[str, ...]) -> None:
    found = [choose(registries.actors.match(text, DAY)).match for text in spellings]
    assert [match.id if match else "" for match in found] == [actor] * len(spellings)


@pytest.mark.parametrize(
    ("place", "spellings"),
    [
        ("khan-touman", ("Khan Touman", "خان طومان", "Хан-Туман")),
        ("latakia", ("Lattakia", "اللاذقية", "Латакия")),
        ("hmeimim", ("Hemeimim", "حميميم", "Хмеймим")),
    ],
)
def test_a_place_is_one_place_in_every_spelling(registries: Registries, place: str, spellings: tuple[str, ...]) -> None:
    finder = PlaceFinder(registries.places)
    assert [finder.resolve(PlaceMention(text=text), (), wide=True).id for text in spellings] == [place] * 3


@pytest.mark.parametrize("text", ["people", "car", "warplanes", "مسيّرة", "عامل", "قوات الأمن", "People", "agreed"])
def test_a_common_word_is_nobody(registries: Registries, text: str) -> None:
    assert choose(registries.actors.match(text, DAY)).match is None
