"""Statistics by scipy, statsmodels and ruptures, for those who installed ``tregua[stats]``.

Each library is loaded when it is first needed: together they take seconds, and few commands need them.
"""

from __future__ import annotations

import importlib
import itertools
import math
import warnings
from collections.abc import Sequence
from importlib import metadata
from typing import Any

from tregua.errors import TreguaError
from tregua.ports import Fit

__all__ = ["LibraryStatistics"]

_LIBRARIES = ("scipy", "statsmodels", "ruptures")
_LOOSE = 100.0
"""A standard error of a logarithm beyond this is no answer: the likelihood has no maximum."""


class LibraryStatistics:
    """The port ``Statistics``."""

    @property
    def settings(self) -> str:
        """Return the libraries with their versions."""
        return " ".join(f"{name} {version}" for name in _LIBRARIES if (version := _version(name)))

    def poisson_interval(self, count: int, level: float) -> tuple[float, float]:
        """Return Garwood's interval, by quantiles of the gamma distribution."""
        tail = (1 - level) / 2
        gamma = _module("scipy.stats").gamma
        return (float(gamma.ppf(tail, count)) if count else 0.0), float(gamma.ppf(1 - tail, count + 1))

    def poisson_ratio(
        self, counts: tuple[int, int], exposures: tuple[float, float], level: float
    ) -> tuple[float, float | None]:
        """Return the interval of the share that the second count is of both, turned into one of the rates' ratio."""
        share = _module("scipy.stats").binomtest(counts[1], sum(counts)).proportion_ci(level, method="exact")
        scale = exposures[0] / exposures[1]
        low, high = float(share.low), float(share.high)
        return scale * low / (1 - low), (scale * high / (1 - high) if high < 1 else None)

    def dispersion(self, groups: Sequence[Sequence[int]]) -> float:
        """Return the upper tail of the index of dispersion, added over GROUPS (Fisher 1925) but for empty ones."""
        total, freedom = 0.0, 0
        for group in groups:
            mean = sum(group) / len(group)
            if mean:
                total += sum((count - mean) ** 2 for count in group) / mean
                freedom += len(group) - 1
        return self.chance(total, freedom)

    def clustered_mean(self, counts: Sequence[int], level: float) -> tuple[float, float]:
        """Return the interval by a negative binomial model (NB2) of an intercept alone."""
        centre, error, quantile = _negative_binomial(counts, [[1.0]] * len(counts), level)
        return math.exp(centre - quantile * error), math.exp(centre + quantile * error)

    def clustered_ratio(self, before: Sequence[int], after: Sequence[int], level: float) -> tuple[float, float]:
        """Return the interval by a negative binomial model (NB2) with one coefficient for what comes after."""
        design = [[1.0, 0.0]] * len(before) + [[1.0, 1.0]] * len(after)
        centre, error, quantile = _negative_binomial((*before, *after), design, level)
        return math.exp(centre - quantile * error), math.exp(centre + quantile * error)

    def change_points(self, counts: Sequence[int], least: int, penalty: float) -> tuple[int, ...]:
        """Return them by PELT (Killick, Fearnhead and Eckley 2012) with twice the Poisson log-likelihood as cost."""
        cost = _poisson_cost(_module("ruptures.base").BaseCost)
        search = _module("ruptures.detection.pelt").Pelt(custom_cost=cost(), min_size=least, jump=1)
        signal = _module("numpy").array(counts, dtype=float)
        return tuple(int(index) for index in search.fit(signal).predict(pen=penalty)[:-1])

    def fit_counts(self, design: Sequence[Sequence[float]], counts: Sequence[int]) -> Fit:
        """Return the generalized linear model of the Poisson family, fitted by reweighted least squares."""
        model = _module("statsmodels.genmod.generalized_linear_model")
        family = _module("statsmodels.genmod.families").Poisson()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                fitted = model.GLM(counts, design, family=family).fit()
            except (ValueError, ArithmeticError, _module("numpy").linalg.LinAlgError) as error:
                raise TreguaError("the log-linear model does not settle on these counts") from error
            found = Fit(
                coefficients=tuple(float(each) for each in fitted.params),
                variance=float(fitted.cov_params()[0][0]),
                log_likelihood=float(fitted.llf),
                deviance=float(fitted.deviance),
                spare=len(counts) - len(fitted.params),
            )
        if not (fitted.converged and all(map(math.isfinite, (*found.coefficients, found.log_likelihood)))):
            raise TreguaError("the log-linear model does not settle on these counts")
        return found

    def chance(self, deviance: float, freedom: int) -> float:
        """Return the upper tail of the chi-squared distribution; 1 where there is no freedom."""
        return float(_module("scipy.stats").chi2.sf(deviance, freedom)) if freedom else 1.0

    def same_shares(self, table: Sequence[tuple[int, int]]) -> float:
        """Return Pearson's chi-squared test; 1 where there are fewer than two rows, or all say the same."""
        rows = [row for row in table if sum(row)]
        if len(rows) < 2 or not all(map(sum, zip(*rows, strict=True))):  # noqa: PLR2004 - a comparison takes two
            return 1.0
        return float(_module("scipy.stats").chi2_contingency(rows, correction=False).pvalue)


def _negative_binomial(counts: Sequence[int], design: Sequence[Sequence[float]], level: float) -> tuple[float, ...]:
    """Return the last coefficient of the mean, its standard error, and the quantile of t that an interval takes.

    The quantile is Student's: with few counts the normal one makes intervals too short.
    """
    model = _module("statsmodels.discrete.discrete_model").NegativeBinomial
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            fitted = model(counts, design).fit(disp=0, maxiter=500)
        except (ValueError, ArithmeticError, _module("numpy").linalg.LinAlgError) as error:
            raise TreguaError("the negative binomial model does not settle on these counts") from error
        at = len(design[0]) - 1
        centre, deviation = float(fitted.params[at]), float(fitted.bse[at])
    if not (fitted.mle_retvals["converged"] and math.isfinite(deviation) and deviation < _LOOSE):
        raise TreguaError("the negative binomial model does not settle on these counts")
    quantile = _module("scipy.stats").t.ppf((1 + level) / 2, len(counts) - len(design[0]))
    return centre, deviation, float(quantile)


def _poisson_cost(base: Any) -> Any:  # noqa: ANN401 - ruptures ships no types
    class PoissonCost(base):  # type: ignore[misc]
        """Minus twice the log-likelihood of counts with one mean, less what does not depend on it."""

        model, min_size = "poisson", 1

        def fit(self, signal: Any) -> Any:  # noqa: ANN401 - as above
            """Keep the running sum of SIGNAL."""
            self.signal = signal
            self.running = list(itertools.accumulate(map(float, signal), initial=0.0))
            return self

        def error(self, start: int, end: int) -> float:
            """Return the cost of the counts from START to before END."""
            total = self.running[end] - self.running[start]
            return 2 * (total - total * math.log(total / (end - start))) if total else 0.0

    return PoissonCost


def _module(name: str) -> Any:  # noqa: ANN401 - the libraries ship no types
    try:
        return importlib.import_module(name)
    except ImportError as error:
        library = name.partition(".")[0]
        raise TreguaError(f'this figure needs {library}: pip install "tregua[stats]"') from error


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""
