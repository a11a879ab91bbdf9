using System.Globalization;
using System.Text.RegularExpressions;

namespace Host.CSharp;

/// <summary>A package and the version that is wanted of it; the latest when null.</summary>
sealed partial record PackageName(string Name, string? Version)
{
    /// <summary>What follows <c>nuget:</c> in a directive.</summary>
    /// <exception cref="Refusal">It is not <c>NAME</c> or <c>NAME, VERSION</c>.</exception>
    public static PackageName Of(string written) => Form().Match(written) is { Success: true } form
        ? new PackageName(form.Groups[1].Value, form.Groups[2].Success ? form.Groups[2].Value : null)
        : throw new Refusal($"`nuget:{written}` does not name a package and its version.",
            "Write `#r \"nuget: NAME, VERSION\"`, where VERSION is like 1.2.3.");

    [GeneratedRegex(@"^\s*([A-Za-z0-9_]+(?:[.-][A-Za-z0-9_]+)*)\s*(?:,\s*(\d+(?:\.\d+){0,3}(?:-[0-9A-Za-z.-]+)?)\s*)?$")]
    private static partial Regex Form();
}

/// <summary>A version as NuGet compares them: <c>1.0</c> is <c>1.0.0</c>, and <c>1.0.0-beta</c> comes before it.</summary>
sealed record PackageVersion(Version Number, string Label) : IComparable<PackageVersion>
{
    /// <summary>As it was written.</summary>
    public string Text { get; private init; } = "";

    /// <param name="written">Of a range, as dependencies have it (<c>[1.0, 2.0)</c>), the lower end counts.</param>
    public static PackageVersion Of(string written)
    {
        var lower = written.Trim('[', ']', '(', ')', ' ').Split(',')[0].Trim().Split('+')[0];
        var dash = lower.IndexOf('-');
        var parts = (dash < 0 ? lower : lower[..dash]).Split('.')
            .Select(p => int.TryParse(p, CultureInfo.InvariantCulture, out var n) ? n : 0).Concat([0, 0, 0, 0]).ToArray();
        return new PackageVersion(new Version(parts[0], parts[1], parts[2], parts[3]),
            dash < 0 ? "" : lower[(dash + 1)..].ToLowerInvariant())
        { Text = lower };
    }

    public int CompareTo(PackageVersion? other)
    {
        var number = Number.CompareTo(other!.Number);
        if (number != 0 || Label == other.Label) return number;
        return Label.Length == 0 ? 1 : other.Label.Length == 0 ? -1 : string.CompareOrdinal(Label, other.Label);
    }

    public bool Equals(PackageVersion? other) => other is not null && Number == other.Number && Label == other.Label;

    public override int GetHashCode() => HashCode.Combine(Number, Label);

    public static bool operator >=(PackageVersion one, PackageVersion other) => one.CompareTo(other) >= 0;

    public static bool operator <=(PackageVersion one, PackageVersion other) => one.CompareTo(other) <= 0;
}
