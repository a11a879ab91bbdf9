"""scikit-learn's k-means with one start."""
from sklearn.cluster import KMeans
from common import data, measure

points, (k,) = data()


def step():
    fit = KMeans(k, n_init=1, random_state=0).fit(points)
    return f"inertia a row {fit.inertia_ / len(points):.6f}, {fit.n_iter_} iterations"


measure(step)
