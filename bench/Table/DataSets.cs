using System.IO.Compression;
using Runtime;
using Runtime.Data;
using Runtime.Data.Samples;
using Runtime.Numerics;
using Runtime.Numerics.Transforms;
using Runtime.Operators.Data;
using Runtime.Operators.Transform;

namespace Bench;

/// <summary>The files that are measured with, each made when it is first asked for, in a folder that is emptied at the end.</summary>
/// <param name="rows">Rows of the generated points.</param>
/// <param name="given">A folder with larger files that are not part of the repository, if there is one.</param>
sealed class DataSets(int rows, string? given) : IDisposable
{
    public const long Seed = 20240601;

    static readonly string[] Features = ["acousticness", "danceability", "energy", "instrumentalness", "liveness", "speechiness", "valence"];

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pipe-bench-");
    readonly Dictionary<string, DataSet?> made = [];
    readonly RunContext run = new();

    public int Rows => rows;

    /// <summary>A folder for what a measured command writes.</summary>
    public string Scratch => folder.CreateSubdirectory("out").FullName;

    /// <summary>The set of this name; null when it needs files that are not there.</summary>
    public DataSet? this[string name]
    {
        get
        {
            if (!made.TryGetValue(name, out var set)) made[name] = set = Make(name);
            return set;
        }
    }

    /// <summary>Generated points of any size.</summary>
    public DataSet Generated(int count, int columns)
    {
        var name = $"synthetic-{columns}";
        if (made.GetValueOrDefault(name) is { } set && set.Rows >= count) return set.Head(count);
        made[name] = Write(name, Synthetic.Of(count, columns, Seed, run.Work).Points);
        return made[name]!;
    }

    public void Dispose() => folder.Delete(recursive: true);

    DataSet? Make(string name) => name switch
    {
        "none" => new("", rows, 0),
        "synthetic" => Generated(rows, 5),
        "synthetic-20k" => this["synthetic"]!.Head(20_000),
        "synthetic-100k" => this["synthetic"]!.Head(100_000),
        "labels" => Write(name, TwoLabelings()),
        "tracks" => Tracks(),
        "features" => Write(name, Labelled()),
        "features-20k" => this["features"]!.Head(20_000),
        "stand-in" => given is null || this["tracks"] is null ? null : Write(name, Components()),
        "geolife" => Geolife(),
        "same" => Write(name, new Matrix([.. Enumerable.Range(0, 5).Select(j => Enumerable.Repeat(j + 0.5, Math.Min(rows, 100_000)).ToArray())], Math.Min(rows, 100_000))),
        "lattice" => Write(name, Lattice((int)Math.Cbrt(Math.Min(rows, 1_000_000) + 0.5))),
        _ => throw new ArgumentException($"No data set is named {name}.", nameof(name)),
    };

    DataSet Write(string name, Matrix points)
    {
        var path = Path.Combine(folder.FullName, name + ".f64");
        PointsFile.Write(path, points);
        return new(path, points.Rows, points.Columns);
    }

    /// <summary>The true labels, and five groups that follow them for seven rows of ten.</summary>
    Matrix TwoLabelings()
    {
        var labels = Synthetic.Of(rows, 5, Seed, run.Work).Labels;
        var random = new RandomStream(Seed, 2);
        double[] other = [.. labels.Select(l => random.NextDouble() < 0.7 ? Math.Max(l, 0) / 2.0 : 5 * random.NextDouble()).Select(Math.Floor)];
        return new Matrix([Array.ConvertAll(labels, l => (double)l), other], rows);
    }

    /// <summary>A table of 20 columns: the given one unpacked, or the first rows of the sample that pipe draws.</summary>
    DataSet? Tracks()
    {
        var path = Path.Combine(folder.FullName, "tracks.csv");
        using var file = File.Create(path);
        if (Given("spotify_1159764.csv.gz") is not { } packed)
        {
            var sample = Samples.Open("spotify");
            CsvText.Write(file, sample.Draw(Math.Min(rows, sample.Rows), 0, run.Work), run.Work, sample.Header);
            return new(path, Math.Min(rows, sample.Rows), 20);
        }
        using var unpacked = new GZipStream(File.OpenRead(packed), CompressionMode.Decompress);
        unpacked.CopyTo(file);
        return new(path, Math.Min(rows, 1_159_764), 20);
    }

    Study Scaled()
    {
        var tracks = this["tracks"]!;
        var table = Formats.Read(new InputFile(tracks.Path, "tracks"), new ReadOptions { Rows = tracks.Rows }, run.Work).Table;
        var chosen = new Features { Columns = [.. Features.Select(f => new ColumnRef(f))] }.Apply(Study.Empty with { Table = table }, run);
        return new Scale { Method = ScalingMethod.Minmax }.Apply(chosen, run);
    }

    /// <summary>Seven scaled features of the tracks, and five clusters of them.</summary>
    Matrix Labelled()
    {
        var points = Scaled().Current.Matrix;
        var labels = KMeansFit.Of(points, 5, 1, 100, 1e-4, Seed, run.Work).Labels;
        return new Matrix([.. Enumerable.Range(0, points.Columns).Select(points.Column), Array.ConvertAll(labels, l => (double)l)], points.Rows);
    }

    /// <summary>The standardised principal components that keep 93 % of the variance of those features: five.</summary>
    Matrix Components()
    {
        var rotated = new Pca { Variance = 0.93 }.Apply(Scaled(), run);
        return new Scale { Method = ScalingMethod.Standard }.Apply(rotated, run).Current.Matrix;
    }

    DataSet? Geolife()
    {
        if (Given("geolife_latlon.csv.gz") is not { } path) return null;
        var table = Formats.Read(new InputFile(path, "geolife"), new ReadOptions { Rows = rows }, run.Work).Table;
        return Write("geolife", new Matrix([.. table.Columns.OfType<NumberColumn>().Select(c => c.Storage)], table.Rows));
    }

    static Matrix Lattice(int side)
    {
        var points = Enumerable.Range(0, side * side * side);
        return new Matrix(
            [[.. points.Select(i => (double)(i % side))], [.. points.Select(i => (double)(i / side % side))], [.. points.Select(i => (double)(i / side / side))]],
            side * side * side);
    }

    string? Given(string file) => given is not null && File.Exists(Path.Combine(given, file)) ? Path.Combine(given, file) : null;
}
