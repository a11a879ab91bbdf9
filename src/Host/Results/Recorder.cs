using Dsl;
using Runtime.Expressions;
using Runtime.Operators.Data;
using Runtime.Operators.Judge;

namespace Host.Results;

/// <summary>Listens to a run and takes down what it finds.</summary>
sealed class Recorder
{
    const int MostNames = 200;

    readonly Dictionary<object, Watched> watched = new(ReferenceEqualityComparer.Instance);
    readonly Dictionary<string, ValueList<ColumnRef>> keys = new(StringComparer.Ordinal);
    readonly HashSet<string> made = new(StringComparer.Ordinal);
    readonly List<Watched> tables = [];
    readonly List<Result> results = [];
    readonly List<StepFound> steps = [];
    readonly List<DataFound> data = [];
    readonly LabelRecorder labelings;
    readonly Plan plan;
    readonly int witnesses;

    /// <param name="earlier">The record that this one takes the place of.</param>
    /// <param name="witnesses">How many rows of each table are followed.</param>
    public Recorder(Runner runner, RecordedFindings? earlier, int witnesses, CancellationToken cancel)
    {
        (plan, this.witnesses, labelings) = (runner.Plan, witnesses, new(earlier, cancel));
        runner.StepStarted += _ => results.Clear();
        runner.ResultShown += (_, result) => results.Add(result);
        runner.StepFinished += Take;
    }

    /// <summary>What came of a run that went to its end, or to an expectation that did not hold; null of another.</summary>
    /// <param name="set">What was given from outside.</param>
    public RecordedFindings? Found(Ending ending, IReadOnlyDictionary<string, string> set)
    {
        var last = ending is Ending.Failed { Step: { } number } ? plan.Steps[number - 1] : null;
        if (ending is not Ending.Finished && last?.Operator is not Expect) return null;
        return new()
        {
            Script = Notation.Word(Path.GetFileName(plan.Source.Name)),
            Version = Product.Version,
            Set = SetAs(set),
            Seed = plan.Seed,
            Data = [.. data.Distinct()],
            Stopped = last is null ? null : StepText.Of(last.Operator!),
            Steps = [.. steps],
            Witnesses = [.. tables.Where(t => t.IsUsed).Select(t => t.Rows)],
        };
    }

    /// <summary>What was given from outside, as a record has it.</summary>
    public static string[] SetAs(IReadOnlyDictionary<string, string> set) =>
        [.. set.Select(s => Printable.Of($"{s.Key}={StepText.Name(s.Value)}")).Order(StringComparer.Ordinal)];

    void Take(PlannedStep step, Study before, Study after)
    {
        if (step.Operator is Group group) keys[group.As ?? after.Aside.Names.Except(before.Aside.Names).FirstOrDefault("")] = group.By;
        foreach (var table in after.Aside.Append(after)) if (table.Table is not null) Watch(table, step, before);
        data.AddRange(results.OfType<Source>().Select(s => new DataFound(Notation.Word(StepText.Name(s.File)), s.Bytes, s.Hash[..16])));
        var change = Change.Between(before, after);
        LabelColumn[] labels = [.. change.Columns.OfType<LabelColumn>()];
        var found = new StepFound(StepText.Of(step.Operator!))
        {
            Reads = Read(step.Operator!.Reads(before.Shape)),
            Makes = Makes(change, after.Name),
            Labels = [.. labels.Select(l => labelings.Take(l, after, watched[after.Loaded.Origin]))],
        };
        steps.Add(found with { Facts = Facts(step, change, labels, after), Tables = [.. Sheets(step, labels.Length > 0)] });
    }

    /// <summary>Follows the rows of a table that is new, or that stands in the place of another.</summary>
    void Watch(Study study, PlannedStep step, Study before)
    {
        var table = study.Table!;
        if (watched.ContainsKey(table.Origin)) return;
        if (step.Signature!.Rows == RowEffect.Same && before.Table is { } earlier && study.Name == before.Name && earlier.Rows == table.Rows
            && watched.TryGetValue(earlier.Origin, out var followed))
        {
            watched[table.Origin] = followed.Through(earlier);
            return;
        }
        Column[] own = [.. (keys.GetValueOrDefault(study.Name) ?? []).Select(c => table.Columns.Find(c.Name)).OfType<Column>()];
        var rows = Watched.Of(Notation.Name(study.Name), table, own.Length > 0 ? own : table.Columns, witnesses);
        watched[table.Origin] = rows;
        tables.Add(rows);
    }

    /// <summary>Of what earlier steps made: the rest came with the rows.</summary>
    string[] Read(Reads reads)
    {
        if (reads.All || reads.AllColumns) return made.Count == 0 ? [] : [StepFound.Everything];
        string[] names = [.. reads.Columns.Concat(reads.Points).Concat(reads.Models).Concat(reads.Tables).Distinct().Where(made.Contains)];
        return names.Length > MostNames ? [StepFound.Everything] : Array.ConvertAll(names, Notation.Name);
    }

    /// <summary>A table that the study goes on with, and what it brings along, are told by its rows.</summary>
    string[] Makes(Change change, string table)
    {
        var columns = change.OtherRows ? [] : change.Columns.Select(c => c.Name);
        string[] names = [.. columns.Concat(change.Points.Select(p => p.Name)).Concat(change.Models.Select(m => m.Name))
            .Concat(change.Tables.Select(t => t.Name)).Where(n => n.Length > 0 && !(change.OtherRows && n == table)).Distinct()];
        if (names.Length > MostNames) names = names[..MostNames];
        made.UnionWith(names);
        return Array.ConvertAll(names, Notation.Name);
    }

    List<Fact> Facts(PlannedStep step, Change change, LabelColumn[] labels, Study after)
    {
        List<Fact> facts = change.OtherRows ? [new(Fact.Rows, RecordNumbers.Count(after.Rows))] : [];
        foreach (var metric in results.OfType<Metric>()) facts.Add(new(metric.Name, RecordNumbers.Of(metric)));
        foreach (var metric in change.Models.SelectMany(m => m.Metrics).Where(m => !facts.Exists(f => f.Name == m.Name)).ToList())
            facts.Add(new(metric.Name, RecordNumbers.Of(metric)));
        foreach (var label in labels)
        {
            facts.Add(new("clusters", RecordNumbers.Count(label.Clusters)));
            var noise = label.NoiseRows;
            if (noise > 0) facts.Add(new("noise", RecordNumbers.Measure((double)noise / label.Rows, 4)));
        }
        facts.AddRange(results.OfType<Sheet>().Where(s => SheetRecorder.IsTold(s, step, labels.Length > 0) && !SheetRecorder.IsSmall(s))
            .Select(SheetRecorder.Hashed));
        if (results.OfType<Warning>().Count() is var warnings and > 0) facts.Add(new("warnings", RecordNumbers.Count(warnings)));
        return facts;
    }

    IEnumerable<TableFound> Sheets(PlannedStep step, bool madeLabels)
    {
        var by = step.Signature!.Parameters.Where(p => p.ValueType == typeof(LabelingRef) && !p.IsList)
            .SelectMany(p => p.ValuesIn(step.Operator!)).OfType<LabelingRef>().FirstOrDefault();
        var names = by is null ? null : labelings.NamesOf(by.Name);
        foreach (var sheet in results.OfType<Sheet>().Where(s => SheetRecorder.IsTold(s, step, madeLabels) && SheetRecorder.IsSmall(s)))
            yield return SheetRecorder.Of(sheet, sheet.Columns[0].Name == "cluster" ? names : labelings.NamesOf(sheet.Columns[0].Name));
    }
}
