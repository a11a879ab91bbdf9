using Runtime.Data.Samples;
using Runtime.Expressions;

namespace Runtime.Operators.Data;

/// <summary>The second table of a step: one that stands aside, else a file or a sample.</summary>
static class OtherTable
{
    public static Shape Of(InputFile named, Shape before, CheckContext check)
    {
        if (before.Aside.Find(named.Written) is { } aside) return aside;
        if (!IsNameOnly(named)) return new Load { File = named }.Apply(Shape.Empty, check);
        var name = Notation.Name(named.Written);
        check.Refuse("File", $"No table `{named}` stands aside, and there is no file of that name.", Load.Sampled(named)
            ?? $"Load it above: `load FILE as {name}`, or `load FILE table={name} as {name}` where it is in a database.");
        return new Shape { AnyColumn = true };
    }

    public static Table Of(InputFile named, Study study, RunContext run) =>
        (study.Aside.Find(named.Written) ?? new Load { File = named }.Apply(Study.Empty, run)).Loaded;

    /// <summary>A word that no file is near.</summary>
    static bool IsNameOnly(InputFile named)
    {
        if (Samples.IsSample(named) || !named.Written.All(c => char.IsLetterOrDigit(c) || c == '_') || !Path.IsPathRooted(named.Path))
            return false;
        var folder = Path.GetDirectoryName(named.Path)!;
        return Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder, named.Written + "*").Any();
    }
}
