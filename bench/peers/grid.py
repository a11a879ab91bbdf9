"""scikit-learn's mixtures for k = 1..K and four kinds of covariance."""
import warnings
from math import log
from sklearn.mixture import GaussianMixture
from common import data, measure

points, (most,) = data()
warnings.simplefilter("ignore")


def step():
    fits = [(kind, k, GaussianMixture(k, covariance_type=kind, random_state=0).fit(points))
            for kind in ("full", "tied", "diag", "spherical") for k in range(1, most + 1)]
    kind, k, best = min(fits, key=lambda f: -2 * len(points) * f[2].lower_bound_ + f[2]._n_parameters() * log(len(points)))
    mean = sum(f[2].lower_bound_ for f in fits) / len(fits)
    return f"best {kind} {k}, mean log-likelihood {best.lower_bound_:.6f}, of all {mean:.6f}"


measure(step)
