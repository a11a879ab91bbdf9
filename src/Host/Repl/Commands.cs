using System.Text;
using Dsl;
using Dsl.Diagnostics;
using Dsl.Editing;
using Host.CSharp;
using Host.Trust;
using Runtime.Expressions;
using Runtime.Files;

namespace Host.Repl;

/// <summary>Something to ask of the session itself: <c>:undo</c>.</summary>
/// <param name="Takes">What follows the name, as it is shown.</param>
/// <param name="Act">From where the session stands and what follows the name to where it stands then.</param>
sealed record Command(string Name, string Takes, string Doc, Func<ReplState, string, Workbench, IEnumerable<ReplState>> Act);

/// <summary>The commands of a session.</summary>
static class Commands
{
    public static IReadOnlyList<Command> All { get; } =
    [
        new("undo", "[N]", "Take the last step back, or the last N.", Undo),
        new("redo", "", "Do again what was taken back.", (s, _, bench) => [Redo(s, bench)]),
        new("edit", "N", "Change step N and run again what depends on it.", SessionSteps.Edited),
        Looks("study", "", "Show what there is: rows, points, labelings, models, memory.",
            (s, _, bench) => bench.Out.Show(StudyView.Parts(s.Session.Study))),
        Looks("columns", "", "Show the columns of the table.", Columns),
        Looks("time", "", "Show the steps with their numbers and times.", (s, _, bench) => bench.Out.Show(StudyView.Times(s.Session))),
        Looks("plot", "[N] [FILE]", "Show the last figure, or those of step N; into a .png, .svg or .pdf file.", Plotting.Plot),
        Looks("more", "", "Show the rest of the last result.", (_, _, bench) => bench.Out.More()),
        new("save", "FILE", "Write the session as a script.", (s, rest, bench) => [Save(s, rest, bench)]),
        new("run", "FILE", "Run the steps of a script in this session.", SessionSteps.OfFile),
        new("last", "[FILE]", "Do again what the session before this one left unsaved, or write it into a file.", Last),
        Looks("trust", "", "Let the own operators here run, as they are now.", (_, _, bench) => Trust(bench)),
        Looks("help", "[OPERATOR]", "Show what there is, or all about an operator, or those that words find.",
            (_, rest, bench) => Help(rest, bench)),
        new("quit", "", "Leave; so does Ctrl-D.", (s, _, bench) => [s.Leave(bench)]),
    ];

    public static bool Leaves(Command command) => command.Name == "quit";

    /// <summary>One that changes nothing of the session.</summary>
    static Command Looks(string name, string takes, string doc, Action<ReplState, string, Workbench> look) =>
        new(name, takes, doc, (state, rest, bench) =>
        {
            look(state, rest, bench);
            return [];
        });

    /// <summary>Also by the names that other programs have for it.</summary>
    public static Command? Find(string name)
    {
        var here = name switch
        {
            "exit" or "q" or "bye" => "quit",
            "?" => "help",
            "ls" or "dir" or "who" or "whos" or "vars" => "study",
            "history" => "time",
            _ => name,
        };
        return All.FirstOrDefault(c => c.Name == here);
    }

    /// <param name="text">What follows the colon.</param>
    public static IEnumerable<ReplState> Answer(ReplState state, string text, Workbench bench)
    {
        var space = text.IndexOf(' ');
        var (name, rest) = space < 0 ? (text.Trim(), "") : (text[..space], text[(space + 1)..].Trim());
        return Find(name) is { } command
            ? command.Act(state, rest, bench)
            : throw new Refusal($"There is no command `:{name}`.", Suggestion.For(name, All.Select(c => c.Name)));
    }

    static IEnumerable<ReplState> Undo(ReplState state, string rest, Workbench bench)
    {
        var count = 1;
        if (rest.Length > 0 && (!int.TryParse(rest, out count) || count < 1))
            throw new Refusal($"`{rest}` is no number of steps.", "Write `:undo`, or `:undo 2`.");
        if (state.Session.Entries.Count < count)
            throw new Refusal(state.Session.Entries.IsEmpty ? "There is nothing to undo."
                : $"There are only {state.Session.Entries.Count} to undo.");
        for (; count > 0; count--)
        {
            bench.Out.Say($"Undone: {state.Session.Entries[^1].Text}");
            yield return state = state with { Session = state.Session.Undo() };
        }
    }

    static ReplState Redo(ReplState state, Workbench bench)
    {
        if (state.Session.Undone.IsEmpty) throw new Refusal("There is nothing to redo.");
        var after = state.Session.Redo();
        bench.Out.Say($"Done again: {after.Entries[^1].Text}");
        return state with { Session = after };
    }

    static void Columns(ReplState state, string rest, Workbench bench) =>
        bench.Out.Show(
            StudyView.Columns(state.Session.Study.Table ?? throw new Refusal("There is no table yet.", "Read one with `load`.")));

    static ReplState Save(ReplState state, string rest, Workbench bench)
    {
        var (file, path) = Target(state, "save", rest, bench);
        state.Session.FilesRead(bench.Host, []).Spare(path, file);
        WholeFile.Write(path, Encoding.UTF8.GetBytes(state.Session.Script));
        bench.Out.Say($"{Wording.Plural(state.Session.Steps.Count(), "step")} saved to {file}.");
        var options = new LanguageOptions
        {
            ScriptFolder = Path.GetDirectoryName(path)!,
            WorkingFolder = bench.Host.WorkingFolder,
            Headers = bench.Host.Headers,
        };
        var plan = Language.Check(new SourceText(file, state.Session.Script), options);
        bench.Out.Say(plan.Diagnostics.Where(d => d.IsError), plan.Source);
        if (plan.HasErrors) bench.Out.Say("Paths in a script are relative to its folder: save it where the session runs, or correct them.");
        return state with { Saved = state.Saved.Add(path), Known = state.Session, Written = state.Session };
    }

    static IEnumerable<ReplState> Last(ReplState state, string rest, Workbench bench)
    {
        var script = bench.Kept.Before
            ?? throw new Refusal("No session before this one was left unsaved in this folder.", "Write `:run FILE` for a script.");
        if (rest.Length == 0) return SessionSteps.Typed(state, new SourceText("last session", script.TrimEnd('\n')), bench);
        var (file, path) = Target(state, "last", rest, bench);
        WholeFile.Write(path, Encoding.UTF8.GetBytes(script));
        bench.Out.Say($"The last session is saved to {file}.");
        return [];
    }

    /// <summary>Where a script may be written. A file that is there already is replaced only when asked for.</summary>
    static (string File, string Path) Target(ReplState state, string command, string rest, Workbench bench)
    {
        var over = rest.EndsWith(" over", StringComparison.Ordinal);
        var file = (over ? rest[..^5] : rest).Trim().Trim('"');
        if (file.Length == 0) throw new Refusal($"`:{command}` needs a file.", $"Write `:{command} study.pipe`.");
        if (!Path.HasExtension(file)) file += ".pipe";
        var path = bench.Host.PathOf(file);
        if (!over && File.Exists(path) && !state.Saved.Contains(path))
            throw new Refusal($"`{file}` is there already.", $"Choose another name, or write `:{command} {file} over` to replace it.");
        return (file, path);
    }

    static void Trust(Workbench bench)
    {
        bench.Words.Refresh();
        var parts = bench.Words.Trust();
        if (parts.Count == 0)
            throw new Refusal("There are no own operators here.",
                $"Declare them in files `{OwnOperators.FolderName}/*.cs` of the folder that the session was opened in.");
        bench.Out.Say($"Trusted: {string.Join(", ", parts.Select(TrustPrompt.Title))}");
        SessionSteps.Introduce(bench);
    }

    static void Help(string name, Workbench bench)
    {
        var (words, width) = (bench.Words, Math.Min(ManualText.Width, bench.Out.Width));
        if (name.Length == 0) bench.Out.Show(Overview(words, width));
        else if (words.Unseen.Contains(name)) throw KnownOperators.NotTrusted(name, ":trust");
        else if (words.Operators.Find(name) is { } signature) bench.Out.Show(Manual.Of(signature, width));
        else if (Find(name.TrimStart(':')) is { } command) bench.Out.Show(Lines([command], width));
        else if (FunctionCatalog.Find(name) is { } function) bench.Out.Show(FunctionManual.Of(function, width));
        else if (ManualSearch.Find(name, words.Operators) is { Count: > 0 } found) bench.Out.Show(ManualSearch.Show(found, width));
        else
            throw new Refusal($"There is no operator `{name}`.",
                Spelling.Nearest(name, words.Operators.Names) is { } near ? $"Did you mean `{near}`?" : "Write `:help` for all of them.");
    }

    static string Overview(KnownOperators words, int width) =>
        $"In a session\n{Lines(All, width)}\n{Keys(width)}\n{Manual.Overview(words.Operators, width)}";

    static string Keys(int width)
    {
        var text = new ManualText(width);
        text.Paragraph("Tab completes, Ctrl-R searches what was typed before, Alt-Enter starts another line, "
            + "Ctrl-C drops a line or stops a step, Ctrl-D leaves.", 2, 2);
        return text.ToString();
    }

    static string Lines(IEnumerable<Command> commands, int width)
    {
        var text = new ManualText(width);
        foreach (var command in commands) text.Entry($":{command.Name} {command.Takes}", 16, command.Doc);
        return text.ToString();
    }
}
