namespace Agreement;

/// <summary>Prints what was compared, how far apart it is and how far it may be.</summary>
sealed class AgreementTable
{
    int passed, skipped;

    public int Failed { get; private set; }

    public AgreementTable() => Line("set", "what", "value", "apart", "allowed", "");

    /// <param name="value">What pipe finds, for people.</param>
    /// <param name="apart">The largest difference from the reference.</param>
    public void Add(string set, string what, string value, double apart, double allowed)
    {
        var agrees = apart <= allowed;
        if (agrees) passed++;
        else Failed++;
        Line(set, what, value, $"{apart:0.0e+0}", $"{allowed:0.0e+0}", agrees ? "agrees" : "DIFFERS");
    }

    public void Skip(string set, string why)
    {
        skipped++;
        Console.WriteLine($"{set}: skipped, {why}.");
    }

    public void Close() => Console.WriteLine($"{passed} agree, {Failed} differ, {skipped} sets skipped.");

    static void Line(string set, string what, string value, string apart, string allowed, string verdict) =>
        Console.WriteLine($"{set,-21} {what,-34} {value,-26} {apart,9} {allowed,9}  {verdict}");
}
