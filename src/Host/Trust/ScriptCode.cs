using System.Security.Cryptography;
using System.Text;
using Dsl;
using Host.CSharp;

namespace Host.Trust;

/// <summary>A part of what a script may do to a machine.</summary>
/// <param name="Kind">block, helper, assembly or operator.</param>
/// <param name="Name">For people: where it stands.</param>
/// <param name="Text">What it is; a change of it is a change of the script's code.</param>
sealed record CodePart(string Kind, string Name, string Text)
{
    /// <summary>The same wherever it stands; never that of a script.</summary>
    public string Hash => "part-" + new ScriptCode([this]).Hash;
}

/// <summary>All that a script may do to a machine, beyond the language: what a person trusts.</summary>
sealed record ScriptCode(IReadOnlyList<CodePart> Parts)
{
    /// <summary>The same as long as nothing of it changes, wherever it stands.</summary>
    public string Hash
    {
        get
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            foreach (var text in Parts.SelectMany(p => (string[])[p.Kind, p.Text]))
            {
                hash.AppendData(BitConverter.GetBytes(text.Length));
                hash.AppendData(Encoding.UTF8.GetBytes(text));
            }
            return Convert.ToHexStringLower(hash.GetHashAndReset());
        }
    }

    /// <summary>Whether it is the same, part by part.</summary>
    public bool IsAs(ScriptCode other) => Parts.SequenceEqual(other.Parts);

    public static ScriptCode Of(Plan plan, OwnOperators? own) => new(
    [
        .. plan.Steps.Select(s => s.Operator).OfType<CSharpBlock>().SelectMany(b => Of(b.Code)),
        .. own is null ? [] : Of(own.Unit, "operator", ""),
    ]);

    /// <summary>Own operators alone, as a session or a manual has them.</summary>
    public static ScriptCode Of(OwnOperators own) => new([.. Of(own.Unit, "operator", "")]);

    /// <summary>Whether a trusted script would not be told so.</summary>
    public static bool IsOutside(Dsl.Diagnostics.Diagnostic diagnostic) => diagnostic.Code == Dsl.Diagnostics.BlockCodes.CodeOutside;

    static IEnumerable<CodePart> Of(CodeBlock block) => Of(CodeUnit.Of(block), "helper", $"the block at line {block.Line}");

    static IEnumerable<CodePart> Of(CodeUnit unit, string kind, string block) => unit.Files
        .Select(f => f.Name.Length == 0 ? new CodePart("block", block, f.Text) : new CodePart(kind, f.Name, f.Text))
        .Concat(unit.References.Select(r => new CodePart("assembly", r.Path, r.Hash)));
}
