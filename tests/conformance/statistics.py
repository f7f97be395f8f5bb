"""What every :class:`tregua.ports.Statistics` does.

A backend's test module subclasses the suite, names the subclass ``Test…``, and gives the port. Values are held
against tables and closed forms, not against another run of the same library.
"""

from __future__ import annotations

import math
from abc import ABC, abstractmethod

import pytest

from tregua.errors import TreguaError
from tregua.ports import Statistics

__all__ = ["StatisticsConformance"]


class StatisticsConformance(ABC):
    """The suite."""

    @abstractmethod
    def port(self) -> Statistics:
        """Return what is tested."""

    def test_it_names_its_libraries(self) -> None:
        assert any(character.isdigit() for character in self.port().settings)

    @pytest.mark.parametrize(("count", "low", "high"), [(0, 0.0, 3.689), (1, 0.0253, 5.572), (10, 4.795, 18.39)])
    def test_the_exact_poisson_interval_is_that_of_the_tables(self, count: int, low: float, high: float) -> None:
        assert self.port().poisson_interval(count, 0.95) == pytest.approx((low, high), rel=2e-3)

    def test_the_ratio_of_rates_is_the_share_turned(self) -> None:
        low, high = self.port().poisson_ratio((8, 4), (10.0, 10.0), 0.95)
        assert low == pytest.approx(0.0992 / 0.9008, rel=2e-3)  # Clopper and Pearson for 4 of 12: 0.0992 to 0.6511
        assert high == pytest.approx(0.6511 / 0.3489, rel=2e-3)
        twice = self.port().poisson_ratio((8, 4), (10.0, 5.0), 0.95)
        assert twice[0] == pytest.approx(2 * low)

    def test_without_any_before_the_ratio_has_no_upper_end(self) -> None:
        assert self.port().poisson_ratio((0, 5), (7.0, 7.0), 0.95)[1] is None
        assert self.port().poisson_ratio((5, 0), (7.0, 7.0), 0.95)[0] == 0

    def test_dispersion_tells_even_counts_from_clusters(self) -> None:
        assert self.port().dispersion([[2, 3, 2, 1, 2, 2, 3], [0, 0, 0]]) > 0.5
        assert self.port().dispersion([[0, 0, 14, 0, 0, 0, 0]]) < 1e-6
        assert self.port().dispersion([[0, 0]]) == 1

    def test_clustered_intervals_hold_the_mean_and_are_wider(self) -> None:
        counts = [0, 0, 9, 0, 1, 0, 7, 0, 0, 2, 0, 11, 0, 0, 0, 4]
        low, high = self.port().clustered_mean(counts, 0.95)
        mean = sum(counts) / len(counts)
        plain = self.port().poisson_interval(sum(counts), 0.95)
        assert low < mean < high
        assert high - low > (plain[1] - plain[0]) / len(counts)

    def test_the_clustered_ratio_holds_the_ratio(self) -> None:
        before, after = [0, 5, 0, 0, 9, 1, 0, 3], [2, 0, 0, 1, 0, 0, 4, 0]
        low, high = self.port().clustered_ratio(before, after, 0.95)
        assert low < sum(after) / sum(before) < high

    @pytest.mark.parametrize("counts", [[0] * 10, [0] * 9 + [1]])
    def test_what_has_no_maximum_is_no_answer(self, counts: list[int]) -> None:
        with pytest.raises(TreguaError, match="does not settle"):
            self.port().clustered_ratio(counts, [0] * 10, 0.95)

    def test_a_step_is_found_and_an_even_series_has_none(self) -> None:
        step = [2, 1, 3, 2, 2, 1, 2, 3, 2, 2] * 2 + [9, 8, 11, 10, 9, 9, 10, 8, 9, 11] * 2
        assert self.port().change_points(step, 7, 12.0) == (20,)
        assert self.port().change_points([2, 3, 2, 1, 2, 2, 3] * 6, 7, 12.0) == ()
        assert self.port().change_points([0] * 20 + [5] * 20, 7, 12.0) == (20,)

    def test_a_log_linear_model_gives_back_the_table_it_is_made_of(self) -> None:
        fit = self.port().fit_counts([[1, 0, 1], [1, 1, 0], [1, 1, 1]], [30, 20, 10])
        assert math.exp(fit.coefficients[0]) == pytest.approx(60, rel=1e-6)  # 30 * 20 / 10
        assert fit.variance == pytest.approx(1 / 30 + 1 / 20 + 1 / 10, rel=1e-3)
        assert fit.deviance == pytest.approx(0, abs=1e-6)
        assert fit.spare == 0

    def test_a_model_that_cannot_settle_is_no_answer(self) -> None:
        with pytest.raises(TreguaError, match="does not settle"):
            self.port().fit_counts([[1, 0], [1, 1]], [0, 0])

    def test_chance_is_that_of_the_tables(self) -> None:
        assert self.port().chance(3.841, 1) == pytest.approx(0.05, rel=1e-3)
        assert self.port().chance(9.488, 4) == pytest.approx(0.05, rel=1e-3)
        assert self.port().chance(5.0, 0) == 1

    def test_shares_alike_and_unlike(self) -> None:
        assert self.port().same_shares([(10, 10), (20, 20)]) == pytest.approx(1)
        assert self.port().same_shares([(30, 5), (5, 30)]) < 1e-6
        assert self.port().same_shares([(3, 4), (0, 0)]) == 1
        assert self.port().same_shares([(3, 0), (4, 0)]) == 1
