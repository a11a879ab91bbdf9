"""scikit-learn's PCA, fitted and applied, by the solver it chooses or the faster eigen solver where it has that."""
from sklearn.decomposition import PCA
from sklearn.utils._param_validation import InvalidParameterError
from common import data, measure

points, _ = data()


def fit(solver):
    pca = PCA(svd_solver=solver)
    pca.fit_transform(points)
    return pca


def solvers():
    try:
        PCA(svd_solver="covariance_eigh").fit(points[:1000])
        return "covariance_eigh"
    except (ValueError, InvalidParameterError):
        return "auto"


solver = solvers()
measure(lambda: f"first variance {fit(solver).explained_variance_[0]:.9f} ({solver})")
