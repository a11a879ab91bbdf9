using Runtime;

namespace Tests.Laws;

/// <summary>What holds for every operator, whoever calls it.</summary>
public sealed class ContractLaws
{
    public static TheoryData<string, string, string> Examples => OperatorExamples.All;

    public static TheoryData<string, string, double> BrokenRules
    {
        get
        {
            var all = new TheoryData<string, string, double>();
            foreach (var op in Catalog.Operators)
                foreach (var parameter in op.Parameters)
                    foreach (var bad in parameter.Rules.SelectMany(r => r.BadValues)) all.Add(op.Name, parameter.Name, bad);
            return all;
        }
    }

    [Theory, MemberData(nameof(BrokenRules))]
    public void A_broken_rule_is_refused_with_its_sentence_also_from_CSharp(string name, string argument, double bad)
    {
        var signature = Catalog.Find(name)!;
        var example = signature.Examples.First();
        if (name == "csharp") return;
        var (op, study) = OperatorExamples.Of(example.After, example.Script);
        var parameter = signature.Find(argument)!;
        parameter.Property.SetValue(op, ValueOf(parameter, bad));
        var refusal = Assert.Throws<Refusal>(() => op.Apply(study, OperatorExamples.Quiet));
        Assert.StartsWith($"`{argument}` must be {parameter.Rules[0].Must}, not `", refusal.Text);
        Assert.Equal(parameter.Property.Name, refusal.Argument);
    }

    /// <summary>Apply itself holds the run to what the check promised.</summary>
    [Theory, MemberData(nameof(Examples))]
    public void Every_example_runs_and_makes_what_its_check_promised(string name, string after, string script)
    {
        var (op, study) = OperatorExamples.Of(after, script);
        Assert.Equal(name, Catalog.Of(op).Name);
        op.Apply(study, OperatorExamples.Quiet);
    }

    [Theory, MemberData(nameof(Examples))]
    public void A_step_reads_no_more_than_it_declares(string name, string after, string script)
    {
        var (op, study) = OperatorExamples.Of(after, script);
        var named = op.As is null ? op with { As = NameOf(op, study) } : op;
        var narrow = op.Reads(study.Shape).Of(study);
        var (whole, part) = (Made(named, study), Made(named, narrow));
        foreach (var (key, content) in part) Assert.True(!whole.TryGetValue(key, out var there) || there == content, $"{key} differs when only what is declared can be read.");
        Assert.Equal(Shows(op, study), Shows(op, narrow));
        Assert.Equal(name, Catalog.Of(op).Name);
    }

    /// <summary>The name it would choose itself; null where it makes nothing that has one.</summary>
    static string? NameOf(Operator op, Study study)
    {
        var made = op.Apply(study, OperatorExamples.Quiet).Shape.Names.Except(study.Shape.Names).ToArray();
        var own = Catalog.Of(op).Name.Replace(' ', '_');
        return made.FirstOrDefault(n => n.StartsWith(own, StringComparison.Ordinal));
    }

    /// <summary>What a step made, by kind and name, with its content.</summary>
    static Dictionary<string, string> Made(Operator op, Study study)
    {
        var change = Change.Between(study, op.Apply(study, OperatorExamples.Quiet));
        return change.Columns.Select(c => ($"column {c.Name}", c.Content))
            .Concat(change.Points.Select(p => ($"points {p.Name}", p.Content)))
            .Concat(change.Tables.SelectMany(t => t.Loaded.Columns.Select(c => ($"column {c.Name} of {t.Name}", c.Content))))
            .ToDictionary(p => p.Item1, p => p.Item2);
    }

    /// <summary>What it shows; names of what it makes may differ.</summary>
    static List<string> Shows(Operator op, Study study)
    {
        var shown = new List<string>();
        op.Apply(study, new RunContext
        {
            Seed = 1,
            OutputFolder = OperatorExamples.Quiet.OutputFolder,
            Sink = result =>
            {
                if (result is Sheet sheet) shown.AddRange(sheet.Columns.SelectMany(c => c.Cells.Select(cell => $"{c.Name}: {cell}")));
            },
        });
        return shown;
    }

    static object ValueOf(ParameterSignature parameter, double value)
    {
        var whole = (int)Math.Round(value);
        if (parameter.Property.PropertyType == typeof(ValueList<int>)) return new ValueList<int>([whole]);
        return parameter.ValueType == typeof(int) ? whole
            : parameter.ValueType == typeof(double) ? value
            : parameter.ValueType == typeof(CountOrShare) ? new CountOrShare(value, IsShare: false)
            : new Interval(whole, whole);
    }
}
