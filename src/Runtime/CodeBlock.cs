namespace Runtime;

/// <summary>A fenced text of a script that is a program of its own. Two of one text are equal, wherever they stand.</summary>
/// <param name="Text">What stands between the fences.</param>
/// <param name="Line">The line of the script that it starts in, from 1.</param>
/// <param name="Start">Where it starts in the script; null when a parameter holds it.</param>
/// <param name="Folder">What paths in it are relative to.</param>
public sealed record CodeBlock(string Text, int Line, int? Start, string Folder)
{
    /// <summary>Nobody has trusted the script: of code that lies outside the folder nothing is compiled, and nothing shown.</summary>
    public bool Confined { get; init; }

    public bool Equals(CodeBlock? other) => Text == other?.Text;

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => $"```{Text}```";
}
