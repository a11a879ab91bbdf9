namespace Dsl.Diagnostics;

/// <summary>What <c>pipe explain</c> says about a code.</summary>
/// <param name="Code">As it stands in diagnostics; it never changes.</param>
/// <param name="Title">What a diagnostic of this code is headed by, in two or three words.</param>
/// <param name="Meaning">One paragraph: what is wrong and why it matters.</param>
/// <param name="Wrong">A script of which exactly this is said; null when only a run can say it.</param>
/// <param name="Right">The script put right; nothing is said of it.</param>
public sealed record Page(string Code, string Title, string Meaning, string? Wrong = null, string? Right = null)
{
    /// <summary>What <c>--set</c> gives both examples.</summary>
    public string? Setting { get; init; }
}
