"""A small case, made anew for each test: two bulletins of one centre, one page that copies it, one rival count."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tregua.cli import app

Run = Callable[..., Result]

BULLETIN = """Title: Six breaches in Lattakia
Source: SANA
Published: 2016-05-06
URL: https://sana.sy/en/?p=1

Lattakia, SANA - The Hmeimim coordination centre said on Friday that armed groups had breached the cessation of
hostilities six times in Lattakia during the last 24 hours.

Breaches have reached 490 since the agreement came into effect on February 27th, the centre added.

Militants of Jabhat al-Nusra attacked Khan Touman in the southern countryside of Aleppo, it said.
"""
COPY = """<!doctype html><html lang="en"><head><title>Truce under strain</title>
<meta property="og:site_name" content="The Daily Record"><meta property="article:published_time" content="2016-05-08">
</head><body><nav><a href="/">Home</a> <a href="/war">War</a></nav><article><h1>Truce under strain</h1>
<p>The number of breaches has risen to 490 since the cessation of hostilities came into effect on February 27, SANA
news agency quoted the Hmeimim coordination centre as saying. Six breaches were recorded in the last 24 hours in
Lattakia, while talks about a longer halt went on in Geneva.</p>
<p>Diplomats said that both capitals wanted the arrangement to last, although none of them would say for how long.</p>
</article><aside><h3>Related Articles</h3><a href="/x">Ninety breaches of the ceasefire in Homs</a></aside>
</body></html>"""
RIVAL = """Title: Daily count
Source: Rights Network
Published: 2016-05-07

The Rights Network recorded 12 breaches of the truce by government forces on 6 May. Government forces shelled Douma,
killing four civilians, the network said.
"""
SOURCES = """sources:
  - {id: hmeimim-centre, name: Hmeimim centre, kind: party, side: government,
     aliases: [{text: Hmeimim coordination centre}, {text: the centre}]}
  - {id: sana, name: SANA, kind: agency, side: government, relays: [hmeimim-centre], hosts: [sana.sy]}
  - {id: rights-network, name: Rights Network, kind: ngo, side: opposition}
"""
ACTORS = """actors:
  - {id: jabhat-al-nusra, name: Jabhat al-Nusra, type: armed group}
  - {id: syrian-armed-forces, name: Syrian Armed Forces, type: state forces, aliases: [{text: government forces}]}
"""
PLACES = """places:
  - {id: syria, name: Syria, kind: country, country: SY}
  - {id: latakia, name: Latakia, kind: province, country: SY, aliases: [{text: Lattakia}]}
  - {id: aleppo, name: Aleppo, kind: province, country: SY}
  - {id: rif-dimashq, name: Rif Dimashq, kind: province, country: SY}
  - {id: khan-touman, name: Khan Touman, kind: town, province: aleppo, country: SY, lat: 36.1, lon: 37.05}
  - {id: douma, name: Douma, kind: city, province: rif-dimashq, country: SY, lat: 33.57, lon: 36.4}
"""


@pytest.fixture
def tregua() -> Run:
    """Run a command; the result has its output and exit code."""
    runner = CliRunner()

    def run(*words: object) -> Result:
        return runner.invoke(app, [str(word) for word in words])

    return run


@pytest.fixture
def case(tmp_path: Path, tregua: Run) -> Path:
    folder = tmp_path / "case"
    assert tregua("init", folder, "--truce", "syria-coh-2016").exit_code == 0
    (folder / "sources.yaml").write_text(SOURCES, "utf-8")
    (folder / "actors.yaml").write_text(ACTORS, "utf-8")
    (folder / "places.yaml").write_text(PLACES, "utf-8")
    for name, text in (("bulletin.txt", BULLETIN), ("copy.html", COPY), ("rival.txt", RIVAL)):
        (folder / "reports" / name).write_text(text, "utf-8")
    return folder
