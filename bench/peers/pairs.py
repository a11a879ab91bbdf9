"""seaborn's pair plot to PNG, plain or coloured by the last column."""
import io
import sys
import matplotlib
matplotlib.use("Agg")
import pandas
import seaborn
from common import data, measure

points, _ = data(start=2)
table = pandas.DataFrame(points[:, :-1], columns=[f"feature {j + 1}" for j in range(points.shape[1] - 1)])
if sys.argv[1] == "coloured":
    table["groups"] = points[:, -1].astype(int).astype(str)


def step():
    picture = io.BytesIO()
    grid = seaborn.pairplot(table, hue="groups" if sys.argv[1] == "coloured" else None)
    grid.savefig(picture, format="png")
    return f"{picture.tell() // 1000} kB"


measure(step)
