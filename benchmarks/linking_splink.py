"""Plain Splink over claims: run in an environment of its own by ``benchmarks.linking``.

    python benchmarks/linking_splink.py CLAIMS.jsonl CLUSTERS.jsonl

Splink as its own tutorials set it up: DuckDB, term frequencies where values are many, four blocking rules, u from
random pairs, m by expectation maximisation, connected components. It gets what linking gets: the day (of the event
where said, else of publication), place, province, point, act, actor, target, tolls, weapon, sentence. Writes the
clusters at each threshold; the caller keeps the best.
"""

# mypy: ignore-errors

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import duckdb
import splink.comparison_level_library as levels
import splink.comparison_library as comparisons
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

THRESHOLDS = (0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999, 0.9999)


def settings() -> SettingsCreator:
    apart = "abs(date_diff('day', day_l, day_r))"
    place = comparisons.CustomComparison(
        output_column_name="place",
        comparison_levels=[
            levels.And(levels.NullLevel("place"), levels.NullLevel("province")),
            levels.ExactMatchLevel("place", term_frequency_adjustments=True),
            levels.DistanceInKMLevel("lat", "lon", 5),
            levels.ExactMatchLevel("province"),
            levels.ElseLevel(),
        ],
    )
    day = comparisons.CustomComparison(
        output_column_name="day",
        comparison_levels=[
            levels.NullLevel("day"),
            levels.ExactMatchLevel("day"),
            levels.CustomLevel(f"{apart} <= 1", "within a day"),
            levels.CustomLevel(f"{apart} <= 2", "within two days"),
            levels.ElseLevel(),
        ],
    )
    return SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="id",
        blocking_rules_to_generate_predictions=[
            "l.place = r.place and abs(date_diff('day', l.day, r.day)) <= 2",
            block_on("province", "day", "act"),
            block_on("day", "actor", "target"),
            block_on("words"),
        ],
        comparisons=[
            place,
            day,
            comparisons.ExactMatch("act").configure(term_frequency_adjustments=True),
            comparisons.ExactMatch("actor").configure(term_frequency_adjustments=True),
            comparisons.JaroWinklerAtThresholds("target", [0.9, 0.8]),
            comparisons.ExactMatch("killed").configure(term_frequency_adjustments=True),
            comparisons.ExactMatch("injured").configure(term_frequency_adjustments=True),
            comparisons.ExactMatch("weapon").configure(term_frequency_adjustments=True),
            comparisons.JaroWinklerAtThresholds("words", [0.95, 0.85]),
        ],
        retain_intermediate_calculation_columns=False,
        retain_matching_columns=False,
    )


def main() -> int:
    claims, out = Path(sys.argv[1]), Path(sys.argv[2])
    connection = duckdb.connect()
    connection.sql("set threads to 2")
    connection.sql(
        f"create table claims as select * replace (cast(day as date) as day) from read_json_auto('{claims}')"  # noqa: S608 - our own file
    )
    started = time.perf_counter()
    api = DuckDBAPI(connection)
    linker = Linker(api.register("claims"), settings())
    linker.training.estimate_probability_two_random_records_match(
        [block_on("place", "day", "act", "target")], recall=0.3
    )
    linker.training.estimate_u_using_random_sampling(max_pairs=2e6)
    for rule in (block_on("place", "day"), block_on("act", "actor", "day"), block_on("target", "day")):
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    pairs = linker.inference.predict(threshold_match_probability=min(THRESHOLDS))
    scored = time.perf_counter() - started
    with out.open("w", encoding="utf-8") as written:
        for threshold in THRESHOLDS:
            found = linker.clustering.cluster_pairwise_predictions_at_threshold(pairs, threshold)
            rows = found.as_duckdbpyrelation().select("id, cluster_id").fetchall()
            line = {"threshold": threshold, "seconds": scored, "clusters": dict(rows)}
            written.write(json.dumps(line) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
