using System.CommandLine;
using Dsl.Diagnostics;
using Host.Trust;
using Runtime.Data.Samples;

namespace Host.CommandLine;

/// <summary><c>pipe complete -- WORDS…</c>: what the last word may become, one a line. Shells ask it.</summary>
static class CompleteCommand
{
    public static Command Build(Surroundings around, RootCommand root)
    {
        var words = new Argument<string[]>("WORDS") { Description = "The words so far; the last is the one to complete.", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("complete", "Say what the last word may become.") { words };
        command.Hidden = true;
        command.SetAction(parsed =>
        {
            foreach (var word in Next(parsed.GetValue(words) ?? [], root, around)) around.Output.WriteLine(word);
            return ExitCode.Fine;
        });
        return command;
    }

    static IEnumerable<string> Next(string[] words, RootCommand root, Surroundings around)
    {
        var (last, before) = (words.LastOrDefault("").Trim('"'), words.SkipLast(1).ToArray());
        Command command = root;
        foreach (var word in before)
            if (command.Subcommands.FirstOrDefault(c => c.Name == word) is { } inner) command = inner;
        var known = last.StartsWith('-') ? command.Options.Where(o => !o.Hidden).Select(o => o.Name)
            : command == root ? command.Subcommands.Where(c => !c.Hidden).Select(c => c.Name)
            : [.. command.Subcommands.Select(c => c.Name), .. Values(command.Name, last, before[1..], around)];
        return known.Where(w => w.StartsWith(last, StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal);
    }

    static IEnumerable<string> Values(string command, string last, string[] given, Surroundings around) => command switch
    {
        "help" => Named(around).Select(n => n.Split(' ')).Where(n => n.Length > given.Length && n.Take(given.Length).SequenceEqual(given)).Select(n => n[given.Length]),
        "explain" => Pages.All.Select(p => p.Code),
        "sample" => Samples.Names,
        "completion" => CompletionCommand.Shells,
        _ => Files(last, around),
    };

    static IEnumerable<string> Named(Surroundings around)
    {
        var words = new Vocabulary(around).With(around.WorkingFolder);
        return words.Operators.Names.Concat(words.Unseen);
    }

    /// <summary>Scripts and folders, from where the word leads to.</summary>
    static IEnumerable<string> Files(string last, Surroundings around)
    {
        var below = last[..(last.LastIndexOf('/') + 1)];
        var folder = around.PathOf(below.Length == 0 ? "." : below);
        if (!Directory.Exists(folder)) return [];
        var folders = Directory.EnumerateDirectories(folder).Select(d => Path.GetFileName(d)).Where(d => !d.StartsWith('.')).Select(d => $"{below}{d}/");
        return folders.Concat(Directory.EnumerateFiles(folder, "*.pipe").Select(f => below + Path.GetFileName(f)));
    }
}
