"""scikit-learn's scalers, fitted and applied: minmax or standard."""
import sys
from sklearn.preprocessing import MinMaxScaler, StandardScaler
from common import data, measure

points, _ = data(start=2)
scaler = MinMaxScaler if sys.argv[1] == "minmax" else StandardScaler
measure(lambda: f"last row {scaler().fit_transform(points)[-1, 0]:.9f}")
