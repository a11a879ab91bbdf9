using System.CommandLine;
using Dsl;
using Dsl.Diagnostics;
using Host.Trust;
using Runtime.Files;

namespace Host.CommandLine;

/// <summary>What every command that reads scripts takes: the files and the settings.</summary>
sealed class ScriptFiles
{
    public const string StandardInput = "-";

    public Argument<string[]> Files { get; } = new("FILE")
    {
        Description = "The scripts, or folders of them; `-` reads one from standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

    public Option<string[]> Settings { get; } = new("--set")
    {
        HelpName = "NAME=VALUE",
        Description = "Give a parameter of the script another value. May be repeated.",
        Arity = ArgumentArity.OneOrMore,
    };

    readonly Option<bool> trusted = new("--trust") { Description = "Run the script's C# this time." };
    readonly Option<bool> noCode = new("--no-code") { Description = "Refuse a script that has C#." };

    /// <summary>The options of a command that only reads scripts.</summary>
    public IReadOnlyList<Option> ToRead => [Settings];

    /// <summary>The options of a command that runs them.</summary>
    public IReadOnlyList<Option> ToRun => [Settings, trusted, noCode];

    /// <summary>The scripts; a folder stands for those in it.</summary>
    public string[] Of(ParseResult parsed, HostContext host) => [.. parsed.GetRequiredValue(Files).SelectMany(f => Below(f, host))];

    public static string[] Below(string file, HostContext host)
    {
        var path = host.PathOf(file);
        if (!Directory.Exists(path)) return [file];
        var folder = file == "." ? "" : file;
        string[] found = [.. Directory.EnumerateFiles(path, "*.pipe").Select(f => Path.Combine(folder, Path.GetFileName(f)))
            .Order(StringComparer.Ordinal)];
        return found.Length > 0 ? found : throw new WrongCommandLine($"The folder `{file}` has no script.", "Name one, or another folder.");
    }

    /// <summary>What stands between the scripts and the machine, as the command line has it.</summary>
    public TrustCheck Trust(ParseResult parsed, HostContext host) =>
        new(host) { Trust = parsed.GetValue(trusted), NoCode = parsed.GetValue(noCode) };

    /// <summary>Reads and checks one script; runs nothing of it that is not trusted.</summary>
    public Plan Check(string file, ParseResult parsed, HostContext host) =>
        Trust(parsed, host).Check(Read(file, host), Options(file, parsed, host));

    public LanguageOptions Options(string file, ParseResult parsed, HostContext host) => new()
    {
        ScriptFolder = file == StandardInput ? host.WorkingFolder : Path.GetDirectoryName(host.PathOf(file))!,
        WorkingFolder = host.WorkingFolder,
        Settings = SettingsOf(parsed),
        Headers = host.Headers,
    };

    public static SourceText Read(string file, HostContext host)
    {
        if (file == StandardInput) return new SourceText(file, host.Input.Value.ReadToEnd());
        var path = host.PathOf(file);
        if (!File.Exists(path)) throw new WrongCommandLine($"There is no file `{file}`.", Nearest(file, path));
        try
        {
            const string Hint = "Name a script; `-` reads one from standard input.";
            return new SourceText(file, RegularFile.Text(path, file, Hint, Language.MostBytes));
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
        var scripts = Directory.EnumerateFiles(folder, "*.pipe").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal).Take(12)
            .ToList();
        if (scripts.Contains(Path.GetFileName(file) + ".pipe")) return $"Did you mean `{file}.pipe`?";
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
