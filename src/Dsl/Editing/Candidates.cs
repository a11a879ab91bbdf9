using Dsl.Binding;
using Runtime;
using Runtime.Data.Samples;
using Runtime.Expressions;
using Runtime.Numerics.Agreement;

namespace Dsl.Editing;

/// <summary>Everything that may stand at a site, whatever is written there already.</summary>
sealed class Candidates(CaretContext site, NamedList<Signature> known, Shape shape, IReadOnlyList<(string Name, string Value)> parameters,
    Func<string, IEnumerable<string>> files)
{
    /// <summary>The argument at the caret in words.</summary>
    public string? Note => site.Current is { } parameter ? $"{parameter.Name}: {parameter.Doc} {Manual.Terms(parameter)}" : null;

    public IEnumerable<Candidate> All()
    {
        if (site.Prefix.StartsWith('$')) return parameters.Select(p => new Candidate("$" + p.Name, "parameter", p.Value));
        if (site.AtStart) return Operators().Append(new Candidate("param", "declaration", "Declare a value that `--set` may change."));
        if (site.IsDeclaration || site.AfterAs) return [];
        var second = site.OnlyWord is { } first ? SecondWords(first) : [];
        if (site.Signature is not { } signature) return second;
        if (site.AfterIs) return Notation.States.Select(s => new Candidate(s, "state", ""));
        if (site.InQuotes)
            return site.Compared is { } asked ? Texts(asked) : site.Current is { AmongValues: true } among ? OfColumns(among) : Files();
        var values = site.Current is { } parameter ? Values(parameter).Concat(Next(parameter) is { } next ? Values(next) : []) : [];
        var names = site.AfterAssign || site.InValue ? [] : Names(signature);
        var joins = site.AfterOperand ? Joins.Select(w => new Candidate(w, "word", "")) : [];
        return [.. second, .. values, .. names, .. joins];
    }

    /// <summary>Words that go on with an expression.</summary>
    static readonly string[] Joins = ["is", "in", "between", "and", "or"];

    /// <summary>The values of a column of texts.</summary>
    public Func<string, IEnumerable<string>> ValuesOf { private get; init; } = _ => [];

    IEnumerable<Candidate> Texts(string column) => ValuesOf(column).Select(v => new Candidate(Notation.Text(v), "value", ""));

    /// <summary>The values of the columns that the step names, but for those that are given.</summary>
    IEnumerable<Candidate> OfColumns(ParameterSignature parameter) => Unused(parameter,
        site.Used.Where(name => shape.Columns?.Find(name)?.Type == ColumnType.Text).Distinct()
            .SelectMany(ValuesOf).Distinct().Select(v => new Candidate(Notation.Word(v), "value", "")));

    /// <summary>Operators that are called elsewhere as what is written begins.</summary>
    public IEnumerable<Candidate> Called() => !site.AtStart || site.Prefix.Length < 2 ? []
        : Operators().Where(c => known.Find(c.Text)!.AlsoCalled.Any(n => n.Names.Any(Begins)));

    bool Begins(string name) => Spelling.Key(name).StartsWith(Spelling.Key(site.Prefix), StringComparison.Ordinal);

    IEnumerable<Candidate> Operators() => known.Select(o => new Candidate(o.Name, o.Category.ToLowerInvariant(), o.Doc));

    IEnumerable<Candidate> SecondWords(string first) => known
        .Where(o => o.Name.StartsWith(first + " ", StringComparison.Ordinal))
        .Select(o => new Candidate(o.Name[(first.Length + 1)..], o.Name, o.Doc));

    /// <summary>What a word may go on to: a choice by position can be left out.</summary>
    ParameterSignature? Next(ParameterSignature parameter) =>
        site.Argument is null && parameter is { IsChoice: true, Positional: true, Required: false }
            ? site.Signature!.Parameters.SkipWhile(p => p != parameter).Skip(1).FirstOrDefault(p => p.Positional) : null;

    IEnumerable<Candidate> Names(Signature signature) => signature.Parameters
        .Where(p => !p.Positional && !site.Given.Contains(p.Name) && (p.Name != "except" || Narrows(signature)))
        .Select(p => new Candidate(p.Name + "=", ArgumentTypes.Of(p).Placeholder, $"{p.Doc} {Manual.Terms(p)}"));

    /// <summary>There are columns to leave some out of.</summary>
    bool Narrows(Signature signature) => signature.Narrowed is { } columns
        && (columns.Required || columns.AllByDefault || site.Given.Contains(columns.Name) || site.Positions(signature) > 0);

    IEnumerable<Candidate> Values(ParameterSignature parameter)
    {
        var type = parameter.ValueType;
        if (parameter.IsChoice)
            return Unused(parameter,
                parameter.Choices.Select(c => new Candidate(c, "choice", IsDefault(parameter, c) ? "The default." : "")));
        if (parameter.AmongValues) return OfColumns(parameter);
        if (type == typeof(bool)) return [new("true", "choice", ""), new("false", "choice", "")];
        if (type == typeof(ColumnRef)) return Unused(parameter, [.. Columns(parameter.Takes), .. Choices(parameter)]);
        if (type == typeof(PointsRef)) return Unused(parameter, Points());
        if (type == typeof(LabelingRef)) return Unused(parameter, Labelings());
        if (type == typeof(PartRef)) return [.. Points(), .. Tables()];
        if (type == typeof(InputFile)) return [.. Tables().Where(_ => site.Signature!.Needs == Needs.Table), .. Files()];
        if (type == typeof(Expression)) return parameter.OfStudy ? Figures() : InRows();
        return [];
    }

    IEnumerable<Candidate> InRows() =>
        [.. site.Compared is { } column ? Texts(column) : [], .. Columns(_ => true), .. Functions(_ => true)];

    static bool IsDefault(ParameterSignature parameter, string choice) =>
        parameter.Default is { } value && CanonicalText.Of(value) == choice;

    IEnumerable<Candidate> Unused(ParameterSignature parameter, IEnumerable<Candidate> candidates) =>
        parameter.IsList ? candidates.Where(c => !site.Used.Contains(c.Text.Trim('`'))) : candidates;

    IEnumerable<Candidate> Columns(Func<ColumnShape, bool> takes) => (shape.Columns ?? []).Where(takes).Select(Column);

    /// <summary>Words that stand for several of the columns.</summary>
    IEnumerable<Candidate> Choices(ParameterSignature parameter) => !parameter.TakesColumns || shape.Columns is not { } columns ? []
        : ColumnChoice.TypeWords.Append(ColumnChoice.All.Name)
            .Select(word => (Word: word, Found: ((ColumnChoice)ColumnChoice.Read(word)).In(columns)))
            .Select(c => (c.Word, Count: c.Found.Count(parameter.Takes)))
            .Where(c => c.Count > 1)
            .Select(c => new Candidate(c.Word, "choice", $"{Wording.Plural(c.Count, "column")}."));

    static Candidate Column(ColumnShape column) => column.Type == ColumnType.Label
        ? new(Notation.Name(column.Name), "labeling", column.Clusters is { } clusters ? $"{Wording.Plural(clusters, "cluster")}." : "")
        : new(Notation.Name(column.Name), column.Type.ToString().ToLowerInvariant(), "Column of the table.");

    IEnumerable<Candidate> Points() => shape.Points.Select(p => new Candidate(Notation.Name(p.Name), "points",
        (p.Columns is { } columns ? $"{Wording.Plural(columns.Count, "column")}." : "")
            + (p.Name == shape.CurrentPoints ? " The current ones." : "")));

    /// <summary>What clusterings made comes first.</summary>
    IEnumerable<Candidate> Labelings() =>
        (shape.Columns ?? []).Where(c => c.IsCategorical).OrderByDescending(c => c.Type == ColumnType.Label)
        .Select(Column);

    IEnumerable<Candidate> Tables() =>
        shape.Aside.Select(t =>
            new Candidate(Notation.Name(t.Name), "table", t.Columns is { } columns ? $"{Wording.Plural(columns.Count, "column")}." : ""));

    static readonly Candidate[] OfLabelings =
    [
        new("clusters(", "figure", "How many clusters a labeling has."),
        new("noise(", "figure", "The share of rows that are noise."),
    ];

    IEnumerable<Candidate> Files() =>
    [
        .. files(site.Prefix).Select(f => f.EndsWith('/') ? new Candidate(Path(f).TrimEnd('"'), "folder", "")
            : new Candidate(Path(f), "file", "")),
        .. Samples.Names.Select(n => new Candidate(Samples.Prefix + n, "sample", "Generated.")),
    ];

    /// <summary>What stands between quotation marks stays so; the text of a folder is left open, to go on in it.</summary>
    string Path(string file) => site.InQuotes ? Notation.Text(file) : Notation.Word(file);

    static IEnumerable<Candidate> Functions(Func<Function, bool> suits) => FunctionCatalog.Functions
        .Where(suits)
        .Select(f => new Candidate(f.Name + "(", "function", $"{f.Usage}: {f.Doc}"));

    /// <summary>
    /// What an expression about the study may ask for: in the bracket of a figure, names; else figures and what is made of them.
    /// </summary>
    IEnumerable<Candidate> Figures()
    {
        if (site.Call is { Length: > 0 } call && FunctionCatalog.Find(call) is null)
            return [.. Labelings(), .. shape.Models.Select(m => new Candidate(Notation.Name(m.Name), "model", ""))];
        Candidate[] ofLabelings = shape.Labelings.Any() ? OfLabelings : [];
        var ofModels = shape.Models.SelectMany(m => (m.Metrics ?? []).Select(f => new Candidate(f + "(", "figure", $"Of `{m.Name}`.")));
        var ofPairs = shape.Labelings.Count() > 1
            ? AgreementMetric.All.Names.Select(n => new Candidate(n + "(", "figure", "Agreement of two labelings.")) : [];
        return [.. ofLabelings, .. ofModels, .. ofPairs, new("rows", "figure", "Rows of the study."),
            new("columns", "figure", "Columns of the table."),
            .. Functions(f => !f.OfColumn && f.Result == ExpressionType.Number && f.Parameters is [{ Type: ExpressionType.Number }, ..])];
    }
}
