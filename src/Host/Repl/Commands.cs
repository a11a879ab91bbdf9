using System.Text;
using Dsl;
using Dsl.Diagnostics;
using Dsl.Editing;
using Host.Report;
using Host.Trust;
using Runtime.Expressions;

namespace Host.Repl;

/// <summary>Something to ask of the session itself: <c>:undo</c>.</summary>
/// <param name="Takes">What follows the name, as it is shown.</param>
sealed record Command(string Name, string Takes, string Doc, Action<Repl, string> Act);

/// <summary>The commands of a session.</summary>
static class Commands
{
    public static IReadOnlyList<Command> All { get; } =
    [
        new("undo", "", "Take the last step back.", (r, _) => r.Undo()),
        new("redo", "", "Do again what was taken back.", (r, _) => r.Redo()),
        new("edit", "N", "Change step N and run again what depends on it.", (r, rest) => r.Edit(rest)),
        new("study", "", "Show what there is: rows, points, labelings, models, memory.", (r, _) => r.Show(StudyView.Parts(r.Session.Study))),
        new("columns", "", "Show the columns of the table.", Columns),
        new("time", "", "Show the steps with their numbers and times.", (r, _) => r.Show(StudyView.Times(r.Session))),
        new("plot", "[N] [FILE]", "Show the last figure, or those of step N; into a .png or .svg file.", Plotting.Plot),
        new("more", "", "Show the rest of the last result.", (r, _) => r.Pager.More()),
        new("save", "FILE", "Write the session as a script.", Save),
        new("run", "FILE", "Run the steps of a script in this session.", (r, rest) => r.RunFile(rest)),
        new("trust", "", "Let the own operators here run, as they are now.", (r, _) => r.Trust()),
        new("help", "[OPERATOR]", "Show what there is, or all about an operator, or those that words find.", Help),
        new("quit", "", "Leave; so does Ctrl-D.", (r, _) => r.Leave()),
    ];

    /// <summary>Leaving is known by the names that other programs have for it.</summary>
    public static Command? Find(string name) => All.FirstOrDefault(c => c.Name == (name is "exit" or "q" ? "quit" : name));

    static void Columns(Repl repl, string rest) =>
        repl.Show(StudyView.Columns(repl.Session.Study.Table ?? throw new Refusal("There is no table yet.", "Read one with `load`.")));

    /// <summary>A file that is there already is replaced only when asked for.</summary>
    static void Save(Repl repl, string rest)
    {
        var over = rest.EndsWith(" over", StringComparison.Ordinal);
        var file = (over ? rest[..^5] : rest).Trim().Trim('"');
        if (file.Length == 0) throw new Refusal("`:save` needs a file.", "Write `:save study.pipe`.");
        if (!Path.HasExtension(file)) file += ".pipe";
        var path = repl.Around.PathOf(file);
        if (!over && File.Exists(path) && !repl.Saved.Contains(path)) throw new Refusal($"`{file}` is there already.", $"Choose another name, or write `:save {file} over` to replace it.");
        OutFolder.WriteWhole(path, stream => stream.Write(Encoding.UTF8.GetBytes(repl.Session.Script)));
        repl.Saved.Add(path);
        repl.Say($"{Wording.Plural(repl.Session.Steps.Count(), "step")} saved to {file}.");
        var plan = Language.Check(new SourceText(file, repl.Session.Script), new LanguageOptions { ScriptFolder = Path.GetDirectoryName(path)!, WorkingFolder = repl.Around.WorkingFolder });
        foreach (var diagnostic in plan.Diagnostics.Where(d => d.IsError)) repl.Around.Say(diagnostic, plan.Source);
        if (plan.HasErrors) repl.Say("Paths in a script are relative to its folder: save it where the session runs, or correct them.");
    }

    static void Help(Repl repl, string name)
    {
        if (name.Length > 0)
        {
            if (repl.Words.Unseen.Contains(name)) throw Vocabulary.NotTrusted(name, ":trust");
            if (repl.Words.Operators.Find(name) is { } signature) repl.Pager.Show(Manual.Of(signature));
            else if (FunctionCatalog.Find(name) is { } function) repl.Pager.Show(FunctionManual.Of(function));
            else if (ManualSearch.Find(name, repl.Words.Operators) is { Count: > 0 } found) repl.Pager.Show(ManualSearch.Show(found));
            else throw new Refusal($"There is no operator `{name}`.", Spelling.Nearest(name, repl.Words.Operators.Names) is { } near ? $"Did you mean `{near}`?" : "Write `:help` for all of them.");
            return;
        }
        var text = new StringBuilder(Manual.Overview(repl.Words.Operators)).Append("\nIn a session\n");
        foreach (var command in All) text.Append($"  {$":{command.Name} {command.Takes}",-17} {command.Doc}\n");
        text.Append("\n  Tab completes, Ctrl-R searches what was typed before, Alt-Enter starts another line,\n  Ctrl-C drops a line or stops a step, Ctrl-D leaves.\n");
        repl.Pager.Show(text.ToString());
    }
}
