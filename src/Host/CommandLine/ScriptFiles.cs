using System.CommandLine;
using Dsl;
using Dsl.Syntax;

namespace Host.CommandLine;

/// <summary>What every command that reads scripts takes: the files and the settings.</summary>
sealed class ScriptFiles
{
    public const string StandardInput = "-";

    public Argument<string[]> Files { get; } = new("FILE")
    {
        Description = "The scripts; `-` reads one from standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

    public Option<string[]> Settings { get; } = new("--set")
    {
        HelpName = "NAME=VALUE",
        Description = "Give a parameter of the script another value. May be repeated.",
        Arity = ArgumentArity.OneOrMore,
    };

    public string[] Of(ParseResult parsed) => parsed.GetRequiredValue(Files);

    /// <summary>Reads and checks one script.</summary>
    public Plan Check(string file, ParseResult parsed, Surroundings around) => Language.Check(Read(file, around), Options(file, parsed, around));

    public LanguageOptions Options(string file, ParseResult parsed, Surroundings around) => new()
    {
        ScriptFolder = file == StandardInput ? around.WorkingFolder : Path.GetDirectoryName(around.PathOf(file))!,
        WorkingFolder = around.WorkingFolder,
        Settings = SettingsOf(parsed),
    };

    public static SourceText Read(string file, Surroundings around)
    {
        if (file == StandardInput) return new SourceText(file, around.Input.ReadToEnd());
        var path = around.PathOf(file);
        if (Directory.Exists(path)) throw new WrongCommandLine($"`{file}` is a folder.", "Name a script in it.");
        if (!File.Exists(path)) throw new WrongCommandLine($"There is no file `{file}`.", Nearest(file, path));
        try
        {
            return new SourceText(file, File.ReadAllText(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new WrongCommandLine($"`{file}` cannot be read: {e.Message}", "Check its permissions.");
        }
    }

    static string Nearest(string file, string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        if (!Directory.Exists(folder)) return "Check the folder's name.";
        var scripts = Directory.EnumerateFiles(folder, "*.pipe").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal).Take(12).ToList();
        return scripts.Count == 0 ? "Check its name and folder." : Suggestion.For(Path.GetFileName(file), scripts);
    }

    Dictionary<string, string> SettingsOf(ParseResult parsed)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var setting in parsed.GetValue(Settings) ?? [])
        {
            var at = setting.IndexOf('=');
            if (at <= 0) throw new WrongCommandLine($"`--set {setting}` has no value.", "Write `--set NAME=VALUE`.");
            values[setting[..at].Trim()] = setting[(at + 1)..];
        }
        return values;
    }
}
