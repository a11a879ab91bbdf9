"""scikit-learn's HDBSCAN (1.3 and later). It counts a point among its own neighbours, hence the one more."""
from sklearn.cluster import HDBSCAN
from common import data, measure

points, (min_cluster, min_samples) = data()


def step():
    labels = HDBSCAN(min_cluster_size=min_cluster, min_samples=min_samples + 1).fit_predict(points)
    return f"{labels.max() + 1} clusters, {100 * (labels < 0).mean():.2f} % noise"


measure(step)
