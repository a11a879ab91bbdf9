using Host;
using Host.CSharp;
using Runtime;

namespace Tests.Host.CSharp;

/// <summary>Packages that code names: out of a folder made for the test, and one that restoring this project has brought.</summary>
public sealed class PackageTests : IDisposable
{
    readonly Sandbox sandbox = new();
    readonly string? set = Environment.GetEnvironmentVariable("NUGET_PACKAGES");

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("NUGET_PACKAGES", set);
        sandbox.Dispose();
    }

    /// <summary>From here on packages come from the sandbox.</summary>
    void Here() => Environment.SetEnvironmentVariable("NUGET_PACKAGES", sandbox.Folder);

    void Pack(string name, string version, string framework, string dependencies = "")
    {
        sandbox.With($"{name.ToLowerInvariant()}/{version}/lib/{framework}/{name}.dll", "");
        sandbox.With($"{name.ToLowerInvariant()}/{version}/{name.ToLowerInvariant()}.nuspec", $"<package xmlns=\"any\"><metadata><id>{name}</id><dependencies>{dependencies}</dependencies></metadata></package>");
    }

    string[] Resolved(string written) => [.. Packages.Resolve(written).Select(p => Path.GetRelativePath(sandbox.Folder, p).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    [Fact]
    public void A_package_that_restoring_brought_is_used()
    {
        var said = new List<Result>();
        new CSharpBlock { Code = new CodeBlock("#r \"nuget: Humanizer.Core, 2.14.1\"\nusing Humanizer;\nShow(\"several_words_here\".Humanize());", 1, 0, ".") }
            .Apply(Study.Empty, new RunContext { Sink = said.Add });
        Assert.Equal("several words here", Assert.IsType<Remark>(Assert.Single(said)).Text);
    }

    [Fact]
    public void What_a_package_needs_comes_with_it_in_the_lowest_version_that_all_can_use()
    {
        Pack("Top", "1.0.0", "net8.0", "<group targetFramework=\"net8.0\"><dependency id=\"Left\" version=\"1.0\" /><dependency id=\"Right\" version=\"[1.0, )\" /></group><group targetFramework=\"net472\"><dependency id=\"Old\" version=\"1.0\" /></group>");
        Pack("Left", "1.0.0", "netstandard2.0", "<dependency id=\"Base\" version=\"1.1\" />");
        Pack("Right", "1.0.0", "netstandard2.0", "<group><dependency id=\"Base\" version=\"1.2.0-beta.2\" /></group>");
        foreach (var version in new[] { "1.0.0", "1.1.0", "1.2.0-beta.1", "1.2.0", "1.10.0" }) Pack("Base", version, "net6.0", "<dependency id=\"Top\" version=\"1.0\" />");
        Here();
        Assert.Equal(["base/1.2.0/lib/net6.0/Base.dll", "left/1.0.0/lib/netstandard2.0/Left.dll", "right/1.0.0/lib/netstandard2.0/Right.dll", "top/1.0.0/lib/net8.0/Top.dll"], Resolved("Top, 1.0.0"));
        Assert.Equal(["base/1.1.0/lib/net6.0/Base.dll"], Resolved("Base,1.1").Where(p => p.StartsWith("base", StringComparison.Ordinal)).Distinct().Take(1));
        Assert.Contains("base/1.10.0/lib/net6.0/Base.dll", Resolved(" Base "));
    }

    [Theory]
    [InlineData("", "`nuget:` does not name a package and its version.")]
    [InlineData(" , 1.0", "`nuget: , 1.0` does not name a package and its version.")]
    [InlineData(" Top, 1.0, 2.0", "`nuget: Top, 1.0, 2.0` does not name")]
    [InlineData(" Top 1.0", "`nuget: Top 1.0` does not name")]
    [InlineData(" Top, latest", "`nuget: Top, latest` does not name")]
    [InlineData(" ../../etc, 1.0", "does not name a package")]
    [InlineData(" Tpo, 1.0", "The package `Tpo` is not on this machine.")]
    [InlineData(" Top, 9.9", "The package `Top` 9.9 is not on this machine, but `1.0.0` and `2.0.0-rc.1`.")]
    [InlineData(" Top, 1.0.0", "The package `Top` needs packages that are not on this machine: `Gone@2.0`, `Lost@3.1`.")]
    [InlineData(" Ancient", "The package `Ancient 1.0.0` has no assembly for .NET 10.")]
    public void What_is_not_there_is_said(string written, string text)
    {
        Pack("Top", "1.0.0", "net8.0", "<dependency id=\"Gone\" version=\"2.0\" /><dependency id=\"Lost\" version=\"3.1\" />");
        Pack("Top", "2.0.0-rc.1", "net8.0");
        Pack("Ancient", "1.0.0", "net35");
        Here();
        var refusal = Assert.Throws<Refusal>(() => Packages.Resolve(written));
        Assert.Contains(text, refusal.Text);
        Assert.Contains(written.Contains("Tpo") ? "Did you mean `top`?" : written.Contains("1.0.0") ? "`dotnet package download Gone@2.0 Lost@3.1 --output" : "", refusal.Hint);
    }

    [Fact]
    public void A_script_is_told_at_the_directive()
    {
        Here();
        sandbox.With("a.pipe", "load sample:moons rows=20\ncsharp ```\n  Show(1);\n  #r \"nuget: Nothing.Like.This, 1.0.0\"\n```\n");
        var said = sandbox.Run("check", "a.pipe");
        Assert.Equal(ExitCode.ScriptFailed, said.Exit);
        Assert.Contains("a.pipe:4:3", said.Error);
        Assert.Contains("`Nothing.Like.This` is not on this machine", said.Error);
        Assert.Contains("dotnet package download", said.Error);
        sandbox.With("a.pipe", "load sample:moons rows=20\ncsharp ```\n#r nuget: Top\n```\n");
        Assert.Contains("a.pipe:3:4", sandbox.Run("check", "a.pipe").Error);
    }
}
