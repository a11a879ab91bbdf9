namespace Agreement;

/// <summary>Everything that is compared, in the order of the study.</summary>
static class Checks
{
    public static void All(ReferenceSet set, AgreementTable table)
    {
        LookChecks.Describe(set, table);
        LookChecks.Correlation(set, table);
        LookChecks.Components(set, table);
        MixtureChecks.FixedStart(set, table);
        MixtureChecks.FreeFit(set, table);
        MixtureChecks.Grid(set, table);
        DensityChecks.Clusters(set, table);
        DensityChecks.Measures(set, table);
    }

    /// <summary>The largest difference, relative to the reference where that is above 1.</summary>
    public static double Apart(IEnumerable<double> ours, IEnumerable<double> theirs) =>
        ours.Zip(theirs, (a, b) => Math.Abs(a - b) / Math.Max(1, Math.Abs(b))).DefaultIfEmpty(0).Max();
}
