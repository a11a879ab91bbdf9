using CsCheck;
using Host;
using Host.CommandLine;
using Runtime.Files;
using Runtime.Storage;

namespace Tests.Host.Receipts;

/// <summary>What lies in the cache is whole, of this very step, and bounded; or it is not there.</summary>
public sealed class StepFolderTests
{
    const string Script = "load sample:spotify rows=300 seed=2\nfeatures energy valence\nscale standard\nkmeans k=3\nkmeans k=4\n";

    static Sandbox Kept(long limit = long.MaxValue) => new Sandbox().Keeping(limit).With("s.pipe", Script);

    static string Json(Sandbox sandbox, params string[] more)
    {
        var said = sandbox.Run(["run", "s.pipe", "--quiet", .. more]);
        Assert.True(said.Exit == ExitCode.Fine, said.Error);
        var json = sandbox.Read("s.out/run.json");
        return json[..json.IndexOf("\"timing\"", StringComparison.Ordinal)];
    }

    /// <summary>Results, and the parts that they hold.</summary>
    static string[] Entries(Sandbox sandbox) => [.. Directory.EnumerateFiles(sandbox.PathOf("cache"), "*.*").Order(StringComparer.Ordinal)];

    [Fact]
    public void A_damaged_entry_is_computed_again()
    {
        using var sandbox = Kept();
        var whole = Json(sandbox);
        var bytes = Entries(sandbox).Select(File.ReadAllBytes).ToArray();
        var files = Entries(sandbox);
        Gen.Select(Gen.Int[0, files.Length - 1], Gen.Int[0, int.MaxValue], Gen.Int[0, 2]).Sample(damage =>
        {
            var (entry, at, way) = damage;
            var (file, good) = (files[entry], bytes[entry]);
            byte[] bad = [.. good];
            if (way == 0) bad[at % bad.Length] ^= 0x10;
            else if (way == 1) bad = bad[..(at % bad.Length)];
            else bad = bytes[(entry + 1) % bytes.Length];
            File.WriteAllBytes(file, bad);
            Assert.Equal(whole, Json(sandbox));
            // A part that nobody asked for is as it was.
            File.WriteAllBytes(file, good);
        }, iter: 20, threads: 1);
    }

    [Fact]
    public void What_was_not_asked_for_the_longest_goes_when_the_room_is_full()
    {
        using var free = Kept();
        Json(free);
        var sizes = Entries(free).Select(e => new FileInfo(e).Length).ToArray();
        using var sandbox = Kept(sizes.Sum() - 1);
        var whole = Json(sandbox);
        Assert.InRange(Entries(sandbox).Length, 1, sizes.Length - 1);
        Assert.Equal(whole, Json(sandbox));
        Assert.True(sandbox.Cache!.Folder.Size.Bytes <= sizes.Sum() - 1);
        using var none = Kept(0);
        Assert.Equal(whole, Json(none));
        Assert.Empty(Entries(none));
    }

    /// <summary>Files that have been left alone for a while are known without being read.</summary>
    [Fact]
    public void A_file_that_is_as_long_and_as_old_as_before_is_not_taken_for_the_same()
    {
        const string Table = "x,y\n1,2\n3,4\n";
        using var sandbox = new Sandbox().Keeping().With("s.pipe", "load d.csv\ndescribe\nsave copy.csv\n").With("d.csv", Table);
        foreach (var (changed, other) in (KeyValuePair<string, string>[])[new("d.csv", Table.Replace('4', '5')), new("s.out/copy.csv", Table.Replace('4', '6'))])
        {
            Json(sandbox);
            var time = File.GetLastWriteTimeUtc(sandbox.PathOf(changed));
            Thread.Sleep(2_200);
            Assert.Contains("\"kept\"", KeptJson(sandbox));
            if (!OperatingSystem.IsWindows()) Assert.NotNull(FileIdentity.Of(sandbox.PathOf(changed)));
            sandbox.With(changed, other);
            File.SetLastWriteTimeUtc(sandbox.PathOf(changed), time);
            Thread.Sleep(2_200);
            var json = Json(sandbox);
            Assert.Equal(sandbox.Read("d.csv"), sandbox.Read("s.out/copy.csv"));
            Assert.Equal(Json(sandbox, "--no-cache"), json);
        }
    }

    [Fact]
    public async Task Two_runs_at_once_leave_whole_entries()
    {
        using var sandbox = Kept();
        var runs = Enumerable.Range(0, 4).Select(i => Task.Run(() =>
        {
            var cache = new StepCache(sandbox.Cache!.Folder) { KeepsAll = true };
            string[] words = ["run", "s.pipe", "--quiet", "--out", $"o{i}"];
            return sandbox.Run(host => PipeCommand.Run(words, host with { Cache = cache })).Exit;
        }));
        Assert.All(await Task.WhenAll(runs), exit => Assert.Equal(ExitCode.Fine, exit));
        using var alone = Kept();
        Json(alone);
        Assert.Equal(Entries(alone).Length, Entries(sandbox).Length);
        var warm = Json(sandbox);
        Assert.Equal(warm, Json(sandbox, "--no-cache"));
        Assert.Contains("\"kept\"", KeptJson(sandbox));
    }

    static string KeptJson(Sandbox sandbox)
    {
        Json(sandbox);
        return sandbox.Read("s.out/run.json");
    }

    [Fact]
    public void The_size_is_shown_and_all_can_be_removed()
    {
        using var sandbox = Kept();
        Json(sandbox, "--no-cache");
        Assert.StartsWith("0 results of steps, 0 kB", sandbox.Run("cache").Output);
        Json(sandbox);
        Assert.StartsWith("7 results of steps", sandbox.Run("cache").Output);
        Assert.Contains("removed", sandbox.Run("cache", "clear").Output);
        Assert.Empty(Entries(sandbox));
        Assert.DoesNotContain("\"kept\"", KeptJson(sandbox));
    }
}
