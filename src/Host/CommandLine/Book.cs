using Dsl.Editing;

namespace Host.CommandLine;

/// <summary>The pages of the manual that are about no single operator: those of docs/ are a part of the program.</summary>
/// <param name="Doc">What it tells, in a few words.</param>
sealed record Page(string Name, string Doc, Func<string> Text) : INamed
{
    public static NamedList<Page> All { get; } = new(
        new("language", "The whole language on one page.", () => Document("language")),
        new("expressions", "What `filter`, `derive` and `expect` take.", () => Section("language", "Expressions")),
        new("functions", "All functions of expressions.", FunctionManual.List),
        new("files", "The formats that `load` reads and `save` writes.", Files),
        new("git", "Records of what scripts find, their differences and verification.", () => Document("git")),
        new("c#", "C# in scripts, and the names that a block sees.", () => Document("csharp")));

    /// <summary>For the end of the overview.</summary>
    public static string Contents() => "More pages\n"
        + string.Concat(All.Select(p => $"  pipe help {p.Name.PadRight(All.Max(o => o.Name.Length))}  {Wording.Plain(p.Doc)}\n"))
        + """
          pipe help NAME         All about one operator or function.
          pipe help --search WORDS
                                 Operators and functions by what they do, or by what
                                 they are called elsewhere.
          pipe --help            The commands: run, check, test, fmt, explain …

        """;

    static string Files() => FormatManual.MarkdownTable() + "\n"
        + "`pipe help load` and `pipe help save` tell their arguments. A path is from the folder of the script.\n"
        + Section("language", "Tables from files") + Section("language", "Other sources");

    static string Document(string name)
    {
        using var stream = typeof(Page).Assembly.GetManifestResourceStream(name + ".md")!;
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n');
        return string.Join('\n', lines.Where(l => !l.StartsWith("<!--", StringComparison.Ordinal)));
    }

    static string Section(string document, string title)
    {
        var text = Document(document);
        var start = text.IndexOf($"\n## {title}\n", StringComparison.Ordinal) + 1;
        var end = text.IndexOf("\n## ", start, StringComparison.Ordinal);
        return end < 0 ? text[start..] : text[start..(end + 1)];
    }
}
