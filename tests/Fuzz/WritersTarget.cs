namespace Fuzz;

/// <summary>Two runs of one script at once: both end well, or one is told that the other has the folder; what is there is whole.</summary>
sealed class WritersTarget() : Target("writers")
{
    public override string Try(Dice dice, string folder)
    {
        var world = new World(folder);
        world.Put("study/s.pipe", "load d.csv\nfeatures x y\nscale standard\nkmeans k=3\npairplot color=kmeans\nsave v/all.csv\n");
        using var one = Child.Start(folder, "run", "s.pipe", "--quiet");
        Thread.Sleep(dice.Next(400));
        using var other = Child.Start(folder, "run", "s.pipe", "--quiet");
        var (first, second) = (Child.End(one), Child.End(other));
        foreach (var (exit, said) in new[] { first, second })
            Demand(exit == 0 || exit == 1 && said.Contains("Another run writes to", StringComparison.Ordinal), said);
        Demand(first.Exit == 0 || second.Exit == 0, "Neither ran.");
        var report = File.ReadAllText(world.PathOf("study/s.out/report.html"));
        Demand(report.EndsWith("</html>\n", StringComparison.Ordinal), "The report is not whole.");
        Demand(!Directory.EnumerateFiles(world.PathOf("study/s.out"), "*.part", SearchOption.AllDirectories).Any(), "Something is left.");
        world.Hold(new Dictionary<string, string>());
        return first.Exit == second.Exit ? "one after the other" : "one refused";
    }
}
