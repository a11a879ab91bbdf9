using System.Security.Cryptography;
using System.Text;
using Runtime.Expressions;

namespace Host.Results;

/// <summary>A step as a record has it: in its one form, without code and without where files lie on this machine.</summary>
static class StepText
{
    public static string Of(Operator op)
    {
        var text = op.Text;
        foreach (var value in Catalog.Of(op).Parameters.SelectMany(p => p.ValuesIn(op)))
        {
            if (value is CodeBlock code) text = text.Replace($"{code}", $"{Brief(code)}");
            if (value is InputFile file) text = text.Replace(Notation.Word(file.Written), Notation.Word(Name(file.Written)));
        }
        return Printable.Of(string.Join(' ', text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)));
    }

    /// <summary>A path that leads out of the script's folder says only the name of the file.</summary>
    public static string Name(string written) => InputFile.IsElsewhere(written) || !LeadsOut(written) ? written
        : Path.GetFileName(written.Replace('\\', '/').TrimEnd('/'));

    static bool LeadsOut(string path) =>
        Path.IsPathRooted(path) || path.StartsWith('~') || path.Contains('\\') || path.Split('/').Contains("..");

    static string Brief(CodeBlock code) =>
        $"``` {Wording.Plural(code.Text.Trim('\n').Count('\n') + 1, "line")} sha256 {Hash(Encoding.UTF8.GetBytes(code.Text))} ```";

    /// <summary>The first half of the hash is enough against accidents.</summary>
    public static string Hash(ReadOnlySpan<byte> bytes) => Short(Convert.ToHexStringLower(SHA256.HashData(bytes)));

    /// <summary>As much of a hash as a record has.</summary>
    public static string Short(string hash) => hash[..16];
}
