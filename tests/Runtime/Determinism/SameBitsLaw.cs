using System.Diagnostics;

namespace Tests.Runtime.Determinism;

/// <summary>Every number has the same bits on any number of threads and on any processor, whatever vectors it has.</summary>
public sealed class SameBitsLaw
{
    static readonly Lazy<string[]> Expected = new(() => [.. Fingerprints.Lines(1).Skip(1)]);

    public static TheoryData<string, string, int> Settings => new()
    {
        { "", "", 3 },
        { "DOTNET_EnableAVX512", "0", 1 },
        { "DOTNET_MaxVectorTBitWidth", "512", 1 },
        { "DOTNET_EnableAVX2", "0", 1 },
        { "DOTNET_EnableHWIntrinsic", "0", 3 },
        { "DOTNET_TieredCompilation", "0", 2 },
    };

    [Theory, MemberData(nameof(Settings))]
    public void The_bits_do_not_depend_on_the_machine(string setting, string value, int threads)
    {
        var lines = Run(setting, value, threads);
        Assert.Equal(Expected.Value, lines[1..]);
    }

    /// <summary>The settings are what they were when the law was written: otherwise it would compare a processor with itself.</summary>
    [Fact]
    public void The_settings_change_the_vectors()
    {
        Assert.Equal("vectors 2 False False False", Run("DOTNET_EnableHWIntrinsic", "0", 0)[0]);
        Assert.DoesNotContain("False True True", Run("DOTNET_EnableAVX512", "0", 0)[0]);
    }

    static string[] Run(string setting, string value, int threads)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        var host = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet";
        if (!host) start.FileName = "dotnet";
        start.ArgumentList.Add(typeof(SameBitsLaw).Assembly.Location);
        start.ArgumentList.Add($"{threads}");
        if (setting.Length > 0) start.Environment[setting] = value;
        using var process = Process.Start(start)!;
        var printed = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return printed.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
