using System.CommandLine;
using Dsl;
using Dsl.Syntax;
using Host.Trust;

namespace Host.CommandLine;

/// <summary>What every command that reads a script takes: the file and the settings.</summary>
sealed class ScriptArguments
{
    public const string StandardInput = "-";

    readonly Argument<string> file = new("FILE") { Description = "The script; `-` reads it from standard input." };

    readonly Option<string[]> settings = new("--set")
    {
        HelpName = "NAME=VALUE",
        Description = "Give a parameter of the script another value. May be repeated.",
        Arity = ArgumentArity.OneOrMore,
    };

    readonly Option<string[]> allowed = new("--allow-path")
    {
        HelpName = "DIR",
        Description = "Let the script read files below this folder, too. May be repeated.",
        Arity = ArgumentArity.OneOrMore,
    };

    public void AddTo(Command command)
    {
        command.Add(file);
        command.Add(settings);
        command.Add(allowed);
    }

    public string FileOf(ParseResult parsed) => parsed.GetRequiredValue(file);

    public Gate Gate(ParseResult parsed, Surroundings around) => new(around) { Allowed = parsed.GetValue(allowed) ?? [] };

    /// <summary>Reads and checks the script; runs nothing of it that is not trusted, and says what was found.</summary>
    public Plan Check(ParseResult parsed, Surroundings around)
    {
        var (source, options) = Read(parsed, around);
        return Said(Gate(parsed, around).Check(source, options), around);
    }

    /// <summary>The same for a script that is to be run.</summary>
    public Plan Admit(ParseResult parsed, Surroundings around, bool trust, bool noCode)
    {
        var (source, options) = Read(parsed, around);
        var gate = new Gate(around) { Allowed = parsed.GetValue(allowed) ?? [], Trust = trust, NoCode = noCode };
        return Said(gate.Admit(source, options), around);
    }

    /// <summary>The script and what it is read with.</summary>
    public (SourceText Source, LanguageOptions Options) Read(ParseResult parsed, Surroundings around)
    {
        var written = FileOf(parsed);
        var path = around.PathOf(written);
        return (new SourceText(written, Read(written, path, around)), new LanguageOptions
        {
            ScriptFolder = written == StandardInput ? around.WorkingFolder : Path.GetDirectoryName(path)!,
            WorkingFolder = around.WorkingFolder,
            Settings = Settings(parsed),
        });
    }

    static Plan Said(Plan plan, Surroundings around)
    {
        foreach (var diagnostic in plan.Diagnostics) around.Say(diagnostic, plan.Source);
        return plan;
    }

    static string Read(string written, string path, Surroundings around)
    {
        if (written == StandardInput) return around.Input.ReadToEnd();
        if (Directory.Exists(path)) throw new WrongCommandLine($"`{written}` is a folder.", "Name a script in it.");
        if (!File.Exists(path)) throw new WrongCommandLine($"There is no file `{written}`.", Nearest(written, path));
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new WrongCommandLine($"`{written}` cannot be read: {e.Message}", "Check its permissions.");
        }
    }

    static string Nearest(string written, string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        if (!Directory.Exists(folder)) return "Check the folder's name.";
        var scripts = Directory.EnumerateFiles(folder, "*.pipe").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal).Take(12).ToList();
        return scripts.Count == 0 ? "Check its name and folder." : Suggestion.For(Path.GetFileName(written), scripts);
    }

    Dictionary<string, string> Settings(ParseResult parsed)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var setting in parsed.GetValue(settings) ?? [])
        {
            var at = setting.IndexOf('=');
            if (at <= 0) throw new WrongCommandLine($"`--set {setting}` has no value.", "Write `--set NAME=VALUE`.");
            values[setting[..at].Trim()] = setting[(at + 1)..];
        }
        return values;
    }
}
