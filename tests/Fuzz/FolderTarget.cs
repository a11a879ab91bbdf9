using System.Text.Json;

namespace Fuzz;

/// <summary>
/// The output folder against its model: whatever has been put there (files, links, false records, what a killed run leaves), a run touches
/// nothing outside, deletes and changes nothing that is not its own, and when it says that it finished all that it lists is there.
/// </summary>
sealed class FolderTarget() : Target("folder")
{
    static readonly string[] Scripts =
    [
        "load d.csv\nsave a.csv\n", "load d.csv\nsave v/b.csv\nsave v/w/c.csv\n", "load d.csv\ntop g\n", "load d.csv\nfeatures x y\nscale standard\nsave a.csv\n",
        "load d.csv\nsave a.csv\nexpect x > 1000\n", "load d.csv\nsave d.csv\n", "load d.csv\nsave foreign1.txt.csv\n",
    ];

    static readonly string[] Places = ["", "tables/", "figures/", "v/", "v/w/", "other/"];

    static readonly string[] Names =
    [
        "run.json", "report.html", "tables", "figures", "v", "a.csv", "v/b.csv", "v/w", "tables/01_columns.csv", "run.json.unfinished", ".run.json.part", "other",
    ];

    static readonly string[] Targets = ["account", "account/profile", "account/deep", "account/new", "study/d.csv", "study"];

    public override string Try(Dice dice, string folder)
    {
        var world = new World(folder);
        var foreign = new Dictionary<string, string>(StringComparer.Ordinal);
        var (finished, refused) = (0, 0);
        for (var act = 3 + dice.Few(10); act > 0; act--)
        {
            if (dice.OneIn(2))
            {
                if (Run(dice, world)) finished++;
                else refused++;
            }
            else Meddle(dice, world, foreign);
            world.Hold(foreign);
        }
        return refused == 0 ? "all finished" : finished == 0 ? "all refused" : "some finished";
    }

    static bool Run(Dice dice, World world)
    {
        world.Put("study/s.pipe", dice.One(Scripts));
        var (exit, said) = world.Run("run", "s.pipe", "--quiet");
        Demand(exit is 0 or 1 or 2, $"exit {exit}");
        Demand(!said.Contains("bug in pipe", StringComparison.Ordinal), said);
        if (exit != 0) return false;
        using var record = JsonDocument.Parse(File.ReadAllText(world.PathOf("study/s.out/run.json")));
        foreach (var file in record.RootElement.GetProperty("files").EnumerateArray())
            Demand(File.Exists(world.PathOf($"study/s.out/{file.GetString()}")), $"{file} is listed and not there");
        return true;
    }

    /// <summary>Someone else, or an accident, does something to the output folder.</summary>
    static void Meddle(Dice dice, World world, Dictionary<string, string> foreign)
    {
        var place = "study/s.out/" + dice.One(Places);
        try
        {
            switch (dice.Next(7))
            {
                case 0 or 1:
                    var file = $"{place}foreign{dice.Next(3)}.txt";
                    if (LeadsOut(world, file)) return;
                    foreign[file] = world.Put(file, $"foreign {dice.Next(1000)}");
                    break;
                case 2 when !OperatingSystem.IsWindows():
                    var link = world.PathOf("study/s.out/" + dice.One(Names));
                    if (Path.Exists(link) || LeadsOut(world, Path.GetRelativePath(world.PathOf(""), link))) return;
                    Directory.CreateDirectory(Path.GetDirectoryName(link)!);
                    File.CreateSymbolicLink(link, world.PathOf(dice.One(Targets)));
                    break;
                case 3:
                    var listed = new[] { "../../account/profile", "account/profile", "foreign1.txt", "v/foreign0.txt", "tables/foreign2.txt", "../d.csv" };
                    if (!LeadsOut(world, "study/s.out/run.json"))
                        world.Put("study/s.out/run.json", JsonSerializer.Serialize(new { files = listed }));
                    break;
                case 4:
                    var old = world.PathOf("study/s.out/" + dice.One(Names));
                    if (new FileInfo(old).LinkTarget is not null) File.Delete(old);
                    break;
                case 5:
                    var part = $"{place}.{Guid.NewGuid():N}.1.part";
                    if (!LeadsOut(world, part)) foreign[part] = world.Put(part, "not known to be ours");
                    break;
                default:
                    var written = world.PathOf("study/s.out/a.csv");
                    if (File.Exists(written) && new FileInfo(written).LinkTarget is null) File.AppendAllText(written, "changed\n");
                    break;
            }
        }
        catch (IOException)
        {
            // A file stands where a folder would be, or the other way round.
        }
    }

    /// <summary>Whether a link on the way leads elsewhere: what is put there would be put into the account.</summary>
    static bool LeadsOut(World world, string file)
    {
        for (var path = world.PathOf(file); path.Length > world.PathOf("study").Length; path = Path.GetDirectoryName(path)!)
            if (new FileInfo(path).LinkTarget is not null) return true;
        return false;
    }
}
