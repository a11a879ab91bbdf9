namespace Bench;

/// <summary>One row measured: ours and the peers take turns, on the same data.</summary>
/// <param name="runs">Turns; nobody gets another one after spending <paramref name="budget"/> seconds.</param>
/// <param name="limit">Seconds after which a process is stopped.</param>
sealed class Contest(DataSets sets, Peers peers, string pipe, int runs, double budget, double limit)
{
    public Outcome Run(TableRow row)
    {
        if (sets[row.Data] is not { } data) return new(row, 0, new("pipe", [], "needs `--data`"), []);
        var ours = new Standing("pipe", [], row.Step is null && !File.Exists(pipe) ? $"no `{Path.GetFileName(pipe)}` there" : null);
        (Peer Peer, Standing Standing)[] others = [.. peers.Of(row).Select(p => (p, new Standing(p.Name, [], p.Missing)))];
        for (var turn = 0; turn < runs; turn++)
        {
            ours = Turn(ours, () => Ours(row, data));
            for (var i = 0; i < others.Length; i++)
            {
                var peer = others[i].Peer;
                others[i].Standing = Turn(others[i].Standing, () => peer.Start!(data, row.Arguments).Measure(limit));
            }
        }
        return new(row, data.Rows, ours, [.. others.Select(o => o.Standing)]);
    }

    (Measured?, string?) Ours(TableRow row, DataSet data) =>
        row.Step is { } step ? Child.Measuring(step, data, row.Arguments).Measure(limit) : new Child(pipe, row.Pipe!(sets)).MeasureWhole(limit);

    Standing Turn(Standing standing, Func<(Measured? Measured, string? Failure)> measure)
    {
        if (standing.Failure is not null || standing.Runs.Sum(r => r.First) > budget) return standing;
        var (measured, failure) = measure();
        if (measured is not null) Console.Error.WriteLine(FormattableString.Invariant($"  {standing.Name}: {measured.Seconds:0.0000} s"));
        return measured is null ? standing with { Failure = failure } : standing with { Runs = [.. standing.Runs, measured] };
    }
}

/// <summary>What came out of a row.</summary>
sealed record Outcome(TableRow Row, int Rows, Standing Ours, IReadOnlyList<Standing> Peers);

/// <summary>One contender's runs of a row.</summary>
/// <param name="Failure">Why there are no more.</param>
sealed record Standing(string Name, IReadOnlyList<Measured> Runs, string? Failure)
{
    public double Seconds => Numbers.Median(Runs.Select(r => r.Seconds));

    public long Peak => Runs.Select(r => r.Peak).DefaultIfEmpty(0).Max();

    public string Result => Runs.Count == 0 ? "" : Runs[0].Result;
}
