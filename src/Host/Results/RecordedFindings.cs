namespace Host.Results;

/// <summary>
/// What a run found, as it is kept beside the script and under version control: facts without times, places and machines. All texts are as
/// they stand in the file.
/// </summary>
sealed record RecordedFindings
{
    public const string Ending = ".results";

    /// <summary>Of the form of the file.</summary>
    public const int Form = 1;

    public required string Script { get; init; }

    /// <summary>Of the program that made it.</summary>
    public required string Version { get; init; }

    /// <summary>Parameters that were given from outside, as <c>NAME=VALUE</c>.</summary>
    public IReadOnlyList<string> Set { get; init; } = [];

    public long Seed { get; init; }

    public IReadOnlyList<DataFound> Data { get; init; } = [];

    /// <summary>Whether its numbers have the same bits on every machine.</summary>
    public string Numbers { get; init; } = "portable";

    /// <summary>The expectation that ended the run; null when none did.</summary>
    public string? Stopped { get; init; }

    public IReadOnlyList<StepFound> Steps { get; init; } = [];

    public IReadOnlyList<WitnessRows> Witnesses { get; init; } = [];

    public int Facts => Steps.Sum(s => s.Facts.Count + s.Labels.Sum(l => l.Clusters.Rows.Count + 1) + s.Tables.Sum(t => t.Rows.Count));

    /// <summary>The labeling of this name, and the step that made it.</summary>
    public LabelsFound? Labels(string name) => Steps.SelectMany(s => s.Labels).FirstOrDefault(l => l.Name == name);

    /// <summary>Which cluster each witness is in.</summary>
    public (WitnessRows Rows, IReadOnlyList<string> Codes)? Codes(string labeling) =>
        Witnesses.FirstOrDefault(w => w.Labels.Any(l => l.Name == labeling)) is { } rows
            ? (rows, rows.Labels.First(l => l.Name == labeling).Codes) : null;

    /// <summary>The file of a script.</summary>
    public static string FileOf(string script) => Path.ChangeExtension(script, Ending);
}

/// <summary>A file that was read.</summary>
sealed record DataFound(string Name, long Bytes, string Hash);

/// <summary>A step in its canonical text, what it stands on, and what it found.</summary>
sealed record StepFound(string Text)
{
    public const string Everything = "*";

    /// <summary>What it reads of what earlier steps made; <see cref="Everything"/> when that may be all.</summary>
    public IReadOnlyList<string> Reads { get; init; } = [];

    public IReadOnlyList<string> Makes { get; init; } = [];

    public IReadOnlyList<Fact> Facts { get; init; } = [];

    public IReadOnlyList<LabelsFound> Labels { get; init; } = [];

    public IReadOnlyList<TableFound> Tables { get; init; } = [];

    /// <summary>It brought other rows, so that all that follows stands on it.</summary>
    public bool ChangesRows => Facts.Any(f => f.Name == Fact.Rows);
}

/// <summary>One number or word under its name.</summary>
sealed record Fact(string Name, string Value)
{
    public const string Rows = "rows";
}

/// <summary>Which cluster each row is in, as far as a record says it.</summary>
/// <param name="Hash">Of the numbers of the clusters, row by row.</param>
/// <param name="Order">The name of each cluster, in the order of the numbers that it had in the run.</param>
/// <param name="Gone">Names of earlier records that mean nothing any more.</param>
/// <param name="Clusters">Size and means by name.</param>
sealed record LabelsFound(string Name, string Hash, IReadOnlyList<string> Order, IReadOnlyList<string> Gone, TableFound Clusters);

/// <summary>A small table.</summary>
sealed record TableFound(string Name, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>A few rows of a table, known by their content, and which cluster each is in by each labeling.</summary>
/// <param name="Of">How many rows the table has.</param>
sealed record WitnessRows(string Table, long Of, IReadOnlyList<string> Ids)
{
    public const string Noise = "-", Absent = ".";

    public IReadOnlyList<(string Name, IReadOnlyList<string> Codes)> Labels { get; init; } = [];
}
