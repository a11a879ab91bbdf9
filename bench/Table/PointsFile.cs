using System.Runtime.InteropServices;

namespace Bench;

/// <summary>Points as a file that any language reads: rows × columns of 64-bit floats, row by row, nothing else.</summary>
static class PointsFile
{
    public static void Write(string path, Matrix points)
    {
        using var file = File.Create(path, 1 << 20);
        var row = new double[points.Columns];
        for (var i = 0; i < points.Rows; i++)
        {
            for (var j = 0; j < row.Length; j++) row[j] = points[i, j];
            file.Write(MemoryMarshal.AsBytes(row.AsSpan()));
        }
    }

    /// <summary>The first rows of a file of so many columns.</summary>
    public static Matrix Read(string path, int rows, int columns)
    {
        double[][] values = [.. Enumerable.Range(0, columns).Select(_ => new double[rows])];
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 20);
        var row = new double[columns];
        for (var i = 0; i < rows; i++)
        {
            file.ReadExactly(MemoryMarshal.AsBytes(row.AsSpan()));
            for (var j = 0; j < columns; j++) values[j][i] = row[j];
        }
        return new Matrix(values, rows);
    }
}
