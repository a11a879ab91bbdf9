"""pandas.read_csv of the whole file."""
import sys
import pandas
from common import measure

path, rows = sys.argv[1], int(sys.argv[2])


def step():
    table = pandas.read_csv(path, nrows=None if rows > 1_000_000 else rows)
    return f"{len(table)} rows, {table.select_dtypes('number').shape[1]} columns of numbers"


measure(step)
