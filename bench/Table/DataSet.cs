using System.Globalization;

namespace Bench;

/// <summary>A file to measure with: points as <see cref="PointsFile"/> writes them, or a table.</summary>
sealed record DataSet(string Path, int Rows, int Columns)
{
    /// <summary>As commands are given it.</summary>
    public IEnumerable<string> Words =>
        [Path, Rows.ToString(CultureInfo.InvariantCulture), Columns.ToString(CultureInfo.InvariantCulture)];

    /// <summary>The first rows alone.</summary>
    public DataSet Head(int rows) => this with { Rows = Math.Min(Rows, rows) };
}
