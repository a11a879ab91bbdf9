namespace Runtime.Operators.Data;

/// <summary>The door from the table to points: from here on nothing is missing and everything is a number.</summary>
[Operator("features", "Choose the columns to analyse; they become points.", Needs = Needs.Table,
    Keywords = "columns select variables points")]
[AlsoCalled("columns", Forms = new[] { "describe" })]
[AlsoCalled("project", "choose", "variables", "pick", "features_of", "cols", "X",
    "select_dtypes", "get_columns", "matrix", "as.matrix", "to_numpy", "values")]
[Example("features danceability energy valence")]
[Example("features danceability..valence tempo")]
[Example("features * except=year,popularity")]
public sealed record Features : Operator
{
    [Arg("Columns of numbers without missing values.", Positional = true), Numeric]
    [AlsoCalled("cols", "names", "vars", "variables", "x")]
    public required ValueList<ColumnRef> Columns { get; init; }

    protected override Shape Check(Shape before, CheckContext check)
    {
        var seen = new HashSet<ColumnRef>();
        for (var i = 0; i < Columns.Count; i++)
            if (!seen.Add(Columns[i]))
                check.Add(new(ContractCodes.Refused, nameof(Columns), $"`{Columns[i]}` is named twice.", "Leave one of them out.")
                { Index = i, Title = "Same column twice", Remedies = [new() { Instead = "" }] });
        WarnOfCodes(before, check);
        ValueList<string>? names = Columns.Any(c => c is ColumnChoice) ? null : Names;
        return before.With(new PointsShape(NameIn(before), names) { Raw = true, Source = names });
    }
    protected override Price Cost(Workload load) => Price.Slight(load.Rows);

    protected override Study Run(Study study, RunContext run) =>
        study.With(TablePoints.Of(NameIn(study.Shape), study.Loaded, Columns));

    /// <summary>Whole numbers under such a name stand for something.</summary>
    void WarnOfCodes(Shape before, CheckContext check)
    {
        int[] codes = [.. Enumerable.Range(0, Columns.Count).Where(i => IsCode(before.Columns?.Find(Columns[i].Name)))];
        if (codes.Length == 0) return;
        var names = Wording.Names(codes.Select(i => Columns[i].Name));
        var (what, leave) = codes.Length == 1 ? ("looks like a code: its", "Leave it out") : ("look like codes: their", "Leave them out");
        check.Add(new(CodeAsNumber, nameof(Columns), $"{names} {what} whole numbers stand for something and measure nothing.",
            $"{leave}, or end the line with `# ok: code-as-number` if they do measure something.")
        { Index = codes[0], Remedies = Columns.Count > codes.Length ? [new() { Instead = "" }] : [] });
    }

    static bool IsCode(ColumnShape? column) => column is { Type: ColumnType.Integer, IsRanked: false }
        && Codes.Contains(column.Name.ToLowerInvariant().Split('_', ' ', '-')[^1]);

    internal static readonly DiagnosticCode CodeAsNumber = new("code-as-number", "Code taken as a number",
        "The whole numbers in a column of this name most likely stand for something: key 11 is next to key 0, not eleven times "
        + "anything. Distances and means of such numbers say nothing.",
        CodeExamples.Load + "features energy key\nscale standard", CodeExamples.Load + "features energy valence\nscale standard")
    { Severity = Severity.Warning };

    static readonly HashSet<string> Codes = ["key", "mode", "id", "code", "class", "category", "type", "group", "cluster",
        "label", "zip", "zipcode", "postcode"];

    ValueList<string> Names => new([.. Columns.Select(c => c.Name)]);
}
