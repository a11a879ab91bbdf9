using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;

namespace Runtime.Storage;

/// <summary>One of the things that a step's result depends on, by name.</summary>
/// <param name="Value">As one would write it, or a hash.</param>
public sealed record KeyPart(string Name, string Value)
{
    public const string Program = "program", Makes = "makes", Rows = "rows", Seed = "seed";

    /// <summary>The names of parts that are hashes of data begin so.</summary>
    public const string Column = "column ", Points = "points ", Model = "model ";

    public bool IsContent => Name.StartsWith(Column, StringComparison.Ordinal) || Name.StartsWith(Points, StringComparison.Ordinal)
        || Name.StartsWith(Model, StringComparison.Ordinal);
}

/// <summary>All that the result of a step depends on. Results of equal keys are equal.</summary>
/// <param name="Parts">Each by its name, so that it can be said which one is another.</param>
public sealed record StepKey(ValueList<KeyPart> Parts)
{
    /// <summary>The build: whatever is changed in the program, what another build has made counts for nothing.</summary>
    static readonly string Build = typeof(StepKey).Module.ModuleVersionId.ToString("N");

    /// <summary>What parts of studies hold, as long as they live.</summary>
    static readonly ConditionalWeakTable<object, string> Contents = [];

    /// <summary>SHA-256 of the parts.</summary>
    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes(string.Concat(Parts.Select(p => $"{p.Name.Length} {p.Name}{p.Value.Length} {p.Value}")))));

    /// <summary>What another build has kept is not read.</summary>
    public bool IsOfThisBuild => Parts.Any(p => p.Name == KeyPart.Program && p.Value == Build);

    /// <summary>Null when it is not known of all that the step reads what it holds.</summary>
    /// <exception cref="NotSupportedException">What it reads holds something that is no data.</exception>
    public static StepKey? Of(StepCall call)
    {
        var shape = call.Study.Shape;
        var reads = call.Step.Reads(shape);
        if (!IsKnown(call.Step, reads)) return null;
        var read = reads.Of(call.Study);
        if (KeptFiles.Of(reads.Files) is not { } files) return null;
        return new(
        [
            new(KeyPart.Program, Build),
            .. Arguments(call.Step),
            new(KeyPart.Makes, string.Join(' ', call.Promised.Names.Except(shape.Names).Select(Expressions.Notation.Name))),
            new(KeyPart.Seed, CanonicalText.Of((object)call.Run.Seed)),
            new(KeyPart.Rows, $"{call.Study.Rows} {read.Name}"),
            .. ContentsOf(read, call.Run.Work),
            new("current points", read.CurrentPoints ?? ""),
            .. read.Drawn is { } drawn ? [new KeyPart("drawn", ContentOf(drawn))] : (KeyPart[])[],
            .. files,
            .. Catalog.Of(call.Step).FilesAlone ? Bounds(call.Run) : [],
        ]);
    }

    /// <summary>The columns, points and models that a step reads, each by its hash.</summary>
    static KeyPart[] ContentsOf(Study read, Work work)
    {
        (string Name, object Part)[] contents =
        [
            .. (read.Table?.Columns ?? []).Select(c => (KeyPart.Column + c.Name, (object)c)),
            .. read.Points.Select(p => (KeyPart.Points + p.Name, (object)p)),
            .. read.Models.Select(m => (KeyPart.Model + m.Name, (object)m)),
        ];
        var parts = new KeyPart[contents.Length];
        work.For(parts.Length, i => parts[i] = new(contents[i].Name, ContentOf(contents[i].Part)));
        return parts;
    }

    /// <summary>What the drawing of a figure depends on; null when it holds something that is no data.</summary>
    public static StepKey? Of(Charts.Figure figure)
    {
        try
        {
            return new([new(KeyPart.Program, Build), new("figure", StateWriter.HashOf(figure))]);
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>The operator and its arguments with those that are not written.</summary>
    public static IEnumerable<KeyPart> Arguments(Operator step)
    {
        var signature = Catalog.Of(step);
        return signature.Parameters.Select(p => new KeyPart(p.Name, p.Property.GetValue(step) is { } value ? CanonicalText.Of(value) : ""))
            .Prepend(new("operator", signature.Name));
    }

    /// <summary>What a table is read to: which of its columns, how many of its rows.</summary>
    static IEnumerable<KeyPart> Bounds(RunContext run) =>
    [
        new("columns wanted", run.Wanted is { } wanted ? string.Join(' ', wanted.Select(Expressions.Notation.Name)) : "*"),
        new("row limit", CanonicalText.Of(run.RowLimit ?? 0)),
    ];

    /// <summary>
    /// Code of which nothing is known reads anything, and what changes rows or writes has more to it than what it shows.
    /// </summary>
    static bool IsKnown(Operator step, Reads reads) =>
        step.GetType().Assembly == typeof(Operator).Assembly && Catalog.Of(step) is var signature
        && (signature.FilesAlone || signature.Rows == RowEffect.Same && reads.Files.Count == 0)
        && !reads.All && reads.Tables.Count == 0
        && !signature.Parameters.Any(p => (p.ValueType == typeof(CodeBlock) || p.ValueType == typeof(InputFile) && !signature.FilesAlone)
            && p.ValuesIn(step).Any());

    static string ContentOf(object part) => Contents.GetValue(part, StateWriter.HashOf);
}
