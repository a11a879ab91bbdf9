using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Tests.Runtime.Determinism;

/// <summary>
/// No result is made by a function whose bits depend on the machine: what Math leaves to the system, what sums across a
/// vector.
/// </summary>
public sealed partial class SourceLaw
{
    [Fact]
    public void Nothing_asks_the_machine_for_a_number()
    {
        var source = Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "..", "src");
        if (!Directory.Exists(source)) return;
        // Of charts, colours and places on paper are rounded before anyone sees them. Of the doors, records write numbers down.
        var files = Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(source, f))
            .Select(f => f.Replace('\\', '/')).Where(f => Held().IsMatch(f));
        Assert.Empty(files.SelectMany(f => File.ReadLines(Path.Combine(source, f)).Select((line, at) => (Place: $"{f}:{at + 1}: {line.Trim()}", line)))
            .Where(l => Machine().IsMatch(l.line)).Select(l => l.Place));
    }

    [GeneratedRegex("^(Runtime/(?!Charts/|obj/|bin/)|Host/Results/)")]
    private static partial Regex Held();

    static string Here([CallerFilePath] string path = "") => path;

    [GeneratedRegex(@"\b(Math|MathF|double|TensorPrimitives|Vector\d*)\.(Exp|Exp2|Log|Log2|Log10|Pow|Cbrt|Hypot|Sin|Cos|Tan|SinCos|Sinh|Cosh|Tanh|Asin|Acos|Atan|Atan2|Asinh|Acosh|Atanh|Sum|Dot|Norm|Distance|Average|StdDev|Product|CosineSimilarity|SumOfSquares|MultiplyAddEstimate|ReciprocalEstimate|ReciprocalSqrtEstimate)\(")]
    private static partial Regex Machine();
}
