"""scikit-learn's GaussianMixture with its defaults, from start to convergence."""
from sklearn.mixture import GaussianMixture
from common import data, measure

points, (k,) = data()


def step():
    mixture = GaussianMixture(k, random_state=0).fit(points)
    # The bound is of the parameters before the last M-step; `score` would cost another pass.
    return f"mean log-likelihood {mixture.lower_bound_:.6f}, {mixture.n_iter_} iterations"


measure(step)
