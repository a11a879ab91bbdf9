"""What the peers share: reading the points, timing a step as the table times ours, and printing the figures.

A peer is called with FILE ROWS COLUMNS [ARGUMENT...]; FILE holds 64-bit floats, row by row. It prints one line of JSON.
"""
import json
import statistics
import sys
import time

ENOUGH, MOST = 1.0, 9


def data(start=1):
    """The points (rows x columns, C order) and the whole numbers that follow."""
    import numpy as np
    path, rows, columns = sys.argv[start], int(sys.argv[start + 1]), int(sys.argv[start + 2])
    points = np.fromfile(path, np.float64, rows * columns).reshape(rows, columns)
    return points, [int(a) for a in sys.argv[start + 3:]]


def measure(step):
    """Runs the step, again while it is short, and prints seconds, peak memory and what came out."""
    times, result, peak = [], "", 0
    while not times or (len(times) < MOST and sum(times) < ENOUGH):
        start = time.perf_counter()
        now = step()
        times.append(time.perf_counter() - start)
        if len(times) == 1:
            result, peak = now, peak_memory()
    print(json.dumps({"seconds": statistics.median(times), "first": times[0], "peak": peak, "result": result}))


def peak_memory():
    """Bytes; 0 where Python cannot tell (the table then looks at the process itself)."""
    try:
        import resource
    except ImportError:
        return 0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024
