using System.Text.Json.Serialization;
using Host.Results;
using Runtime.Storage;

namespace Host.Receipts;

/// <summary>What a step of a run depended on, and what became of it.</summary>
/// <param name="Text">The step in its one form, in a line.</param>
/// <param name="Reads">The names of what it reads; a star for whatever there is.</param>
/// <param name="Makes">The names of what it made, also in the place of what had that name.</param>
/// <param name="OtherRows">The rows after it are not those before it.</param>
/// <param name="Arguments">All of them, and the hashes of the files that it read.</param>
/// <param name="Key">What its result depends on, of a step whose results can be kept.</param>
sealed record StepReceipt(int Number, string Operator, string Text, string[] Reads, string[] Makes, bool OtherRows, KeyPart[] Arguments,
    KeyPart[]? Key)
{
    public const string Anything = "*";

    const string FilePart = "content of ";

    public bool Kept { get; init; }

    public double Seconds { get; init; }

    /// <summary>Such a step may take long, so that one asks why it ran.</summary>
    [JsonIgnore]
    public bool IsCostly => Catalog.Find(Operator)?.Costly == true;

    /// <summary>Why it ran though its results are kept.</summary>
    public string[] Because { get; init; } = [];

    /// <param name="made">Null of a step that did not run: what its check promises is taken for it.</param>
    public static StepReceipt Of(PlannedStep planned, Study before, Study? made, IEnumerable<Source> sources, StepKey? key)
    {
        var (op, signature) = (planned.Operator!, planned.Signature!);
        var shape = made is null ? planned.Before : before.Shape;
        return new(planned.Number, signature.Name, StepText.Of(op), Names(op.Reads(shape)), Made(planned, before, made),
            signature.Rows != RowEffect.Same,
            [.. StepKey.Arguments(op), .. sources.Select(s => new KeyPart($"{FilePart}`{s.File}`", s.Hash))], key?.Parts.ToArray());
    }

    static string[] Names(Reads reads) => reads.All || reads.AllColumns ? [Anything]
        : [.. reads.Columns.Concat(reads.Points).Concat(reads.Models).Concat(reads.Tables).Distinct()];

    static string[] Made(PlannedStep planned, Study before, Study? made)
    {
        if (made is null) return [.. planned.After.Names.Except(planned.Before.Names)];
        var change = Change.Between(before, made);
        return [.. change.Columns.Select(c => c.Name).Concat(change.Points.Select(p => p.Name)).Concat(change.Models.Select(m => m.Name))
            .Concat(change.Tables.Select(t => t.Name)).Concat(change.Gone).Distinct()];
    }

    /// <summary>The steps before this one in its run that it depends on, in their order.</summary>
    public IReadOnlyList<StepReceipt> Above(IReadOnlyList<StepReceipt> run)
    {
        var (needed, above) = (Reads.ToHashSet(), new List<StepReceipt>());
        foreach (var step in run.Where(s => s.Number < Number).Reverse())
        {
            if (!step.OtherRows && !step.Makes.Any(m => needed.Contains(m) || needed.Contains(Anything))) continue;
            needed.UnionWith(step.Reads);
            above.Add(step);
        }
        above.Reverse();
        return above;
    }
}

/// <summary>A run of a script: its steps up to where it ended.</summary>
sealed record Receipt(StepReceipt[] Steps);

/// <summary>The form of a receipt on disk.</summary>
[JsonSerializable(typeof(Receipt))]
sealed partial class ReceiptJson : JsonSerializerContext;
