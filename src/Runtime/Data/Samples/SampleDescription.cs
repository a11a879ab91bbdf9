using System.Text.Json.Serialization;

namespace Runtime.Data.Samples;

/// <summary>
/// A table described by statistics alone: per group its share, the quantiles of each number, how numbers go together,
/// and which texts are frequent. <see cref="Samples.Fit"/> says what that reveals.
/// </summary>
sealed record SampleDescription
{
    public const string CurrentFormat = "pipe sample 1";

    public required string Format { get; init; }

    /// <summary>What it is, in one sentence.</summary>
    public required string Doc { get; init; }

    /// <summary>Rows of the table it was fitted to.</summary>
    public required int Rows { get; init; }

    public required ColumnDescription[] Columns { get; init; }

    public required GroupDescription[] Groups { get; init; }
}

enum ColumnKind
{
    /// <summary>0, 1, 2 … in the order of the rows.</summary>
    RowNumber,

    /// <summary>The column that the rows were grouped by.</summary>
    Group,

    /// <summary>Numbers, drawn from their quantiles.</summary>
    Numbers,

    /// <summary>Texts, frequent ones kept, the others invented.</summary>
    Words,

    /// <summary>Texts of letters and digits, each row its own.</summary>
    Ids,
}

sealed record ColumnDescription
{
    public required string Name { get; init; }

    public required ColumnKind Kind { get; init; }

    /// <summary>The name in a file's header where that differs: empty.</summary>
    public string? Header { get; init; }

    public required ColumnType Type { get; init; }

    /// <summary>The first row number.</summary>
    public double First { get; init; }

    /// <summary>Digits after the point that numbers are rounded to; null when not rounded so.</summary>
    public int? Decimals { get; init; }

    /// <summary>Significant digits that numbers are rounded to; null when not rounded so.</summary>
    public int? Significant { get; init; }

    /// <summary>Letters of an id.</summary>
    public int Length { get; init; }

    /// <summary>Texts that are kept.</summary>
    public string[]? Kept { get; init; }

    /// <summary>Invented texts are like titles, not like names.</summary>
    public bool Titles { get; init; }
}

sealed record GroupDescription
{
    /// <summary>The value of the column it was grouped by; null when that is missing or there is none.</summary>
    public string? Value { get; init; }

    public required int Rows { get; init; }

    /// <summary>For each column of numbers.</summary>
    public required NumbersDescription[] Numbers { get; init; }

    /// <summary>
    /// Correlations of normal scores in percent, the lower triangle row by row: between the second number column and the
    /// first, the third and the first, the third and the second, ….
    /// </summary>
    public required int[] Correlations { get; init; }

    /// <summary>For each column of words.</summary>
    public required WordsDescription[] Words { get; init; }
}

/// <param name="Missing">The share of missing values.</param>
/// <param name="At">Where the quantile function has its knots, in 1/10,000, from 0 to 10,000.</param>
/// <param name="Values">Its values there; straight lines between.</param>
sealed record NumbersDescription(double Missing, int[] At, double[] Values);

/// <param name="Missing">Rows without a value.</param>
/// <param name="Kept">Pairs of a kept text's number and its rows.</param>
/// <param name="Rest">Rows with other texts.</param>
/// <param name="Distinct">How many other texts there are.</param>
/// <param name="Most">Rows of the most frequent one of them.</param>
sealed record WordsDescription(int Missing, int[] Kept, int Rest, int Distinct, int Most);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(SampleDescription))]
sealed partial class SampleJson : JsonSerializerContext;
