using System.Runtime.CompilerServices;

namespace Tests;

/// <summary>What a person sees, kept in <c>tests/Golden</c>. <c>PIPE_ACCEPT=1</c> rewrites it; a person reads the diff.</summary>
static class Golden
{
    /// <param name="name">Folder and name: <c>host/run</c>.</param>
    public static void Matches(string name, string actual, [CallerFilePath] string test = "")
    {
        var text = actual.ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("PIPE_ACCEPT") == "1") Accept(name, text, test);
        else TextDifference.FailUnless(Read(name), text, $"tests/Golden/{name}.golden is another.", "`PIPE_ACCEPT=1 dotnet test` accepts what is there now:");
    }

    static string Read(string name)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Golden", name + ".golden");
        return File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : $"There is no {name}.golden yet.";
    }

    static void Accept(string name, string text, string test)
    {
        var folder = Path.GetDirectoryName(test)!;
        while (!File.Exists(Path.Combine(folder, "Tests.csproj"))) folder = Path.GetDirectoryName(folder)!;
        var file = Path.Combine(folder, "Golden", name + ".golden");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
