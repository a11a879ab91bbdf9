using Runtime.Numerics;

namespace Runtime;

/// <summary>Columns that are places, by their names: degrees of latitude and longitude, or lengths east and north.</summary>
static class Coordinates
{
    static readonly HashSet<string> Latitudes = new(["lat", "latitude"], StringComparer.OrdinalIgnoreCase);
    static readonly HashSet<string> Longitudes = new(["lon", "lng", "long", "longitude"], StringComparer.OrdinalIgnoreCase);
    static readonly HashSet<string> Lengths = new(["easting", "northing"], StringComparer.OrdinalIgnoreCase);

    /// <summary>All of them are, and so share a unit.</summary>
    public static bool Are(IEnumerable<string> columns) =>
        columns.All(c => Latitudes.Contains(c) || Longitudes.Contains(c) || Lengths.Contains(c));

    /// <summary>How long a unit of <paramref name="y"/> is in units of <paramref name="x"/>; null where they are no places.</summary>
    /// <param name="middle">The latitude (degrees) that it holds for, given the name of a column of latitudes.</param>
    public static double? UnitOf(string x, string y, Func<string, double> middle) =>
        Lengths.Contains(x) && Lengths.Contains(y) ? 1
        : Longitudes.Contains(x) && Latitudes.Contains(y) ? 1 / Parallel(middle(y))
        : Latitudes.Contains(x) && Longitudes.Contains(y) ? Parallel(middle(x))
        : null;

    /// <summary>How long a degree of longitude is, in degrees of latitude; near the poles not nothing.</summary>
    static double Parallel(double latitude) => Math.Max(0.1, HalfTurns.SinCos(Math.Clamp(latitude, -90, 90) / 180).Cos);
}
