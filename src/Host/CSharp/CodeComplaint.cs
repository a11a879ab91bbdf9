using System.Reflection;
using Dsl.Diagnostics;

namespace Host.CSharp;

/// <summary>What the compiler says, as the language says things.</summary>
static class CodeComplaint
{
    static readonly string[] Members = [.. typeof(Block).GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Where(m => m is PropertyInfo or MethodInfo { IsSpecialName: false }).Select(m => m.Name).Distinct()];

    public static Complaint Of(CodeError error, CodeBlock block, Shape before)
    {
        var place = error.File.Length > 0 ? $"Line {error.Line} of `{error.File}`: "
            : block.Start is null ? $"Line {block.Line + error.Line - 1}: "
            : "";
        return new Complaint(BlockCodes.WrongCode, "Code", $"{place}{error.Message} ({error.Code}).", Hint(error, block, before))
        {
            At = error.File.Length == 0 && block.Start is { } start ? (start + error.Start, error.Length) : null,
        };
    }

    static string? Hint(CodeError error, CodeBlock block, Shape before)
    {
        if (error.Code != "CS0103" || error.File.Length > 0) return null;
        var name = block.Text.Substring(error.Start, error.Length);
        if (before.Columns?.Find(name) is { Type: ColumnType.Label }) return $"Read a labeling with `Labels(\"{name}\")`.";
        if (before.Columns?.Find(name) is { } column)
            return $"Read a column with `{(column.IsNumeric ? "Numbers" : "Texts")}(\"{name}\")`.";
        return Spelling.Nearest(name, Members) is { } near ? $"Did you mean `{near}`?" : null;
    }
}
