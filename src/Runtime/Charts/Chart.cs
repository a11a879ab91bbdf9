namespace Runtime.Charts;

/// <summary>
/// A kind of chart: what is to be shown in the words of that kind, and how marks are composed of it. A new kind is one file; it stands
/// wherever a figure can.
/// </summary>
/// <param name="Name">Short and fit for a file name: <c>pairplot_scaled</c>.</param>
/// <param name="Title">What it shows, for people.</param>
public abstract record Chart(string Name, string Title)
{
    /// <summary>A sentence under the title, for what the reader should know or see.</summary>
    public string? Note { get; init; }

    public static implicit operator Figure(Chart chart) => chart.Compose() with { Note = chart.Note };

    protected abstract Figure Compose();
}

/// <summary>A kind of chart shows itself in the gallery.</summary>
public interface IExample<out T> where T : Chart
{
    static abstract T Example { get; }
}

/// <summary>Values by name; <paramref name="Cluster"/> gives it that cluster's colour.</summary>
public sealed record Series(string Name, IReadOnlyList<double> Values, int? Cluster = null)
{
    /// <summary>What is shaded about its line.</summary>
    public Spread? Spread { get; init; }
}

/// <summary>From a lower edge to an upper one, at each place of a line; NaN leaves a gap.</summary>
public sealed record Spread(IReadOnlyList<double> Lower, IReadOnlyList<double> Upper)
{
    public Spread Part(int from, int count) => new([.. Lower.Skip(from).Take(count)], [.. Upper.Skip(from).Take(count)]);
}
