using Dsl;
using Dsl.Diagnostics;
using Dsl.Syntax;
using Host.CSharp;
using Host.Trust;
using Runtime.Files;

namespace Host.Repl;

/// <summary>Takes steps into a session: typed, from a file, or in the place of others.</summary>
static class SessionSteps
{
    /// <summary>A step may do everything that the person who types may; own operators only when they are trusted.</summary>
    public static IEnumerable<ReplState> Typed(ReplState state, SourceText source, Workbench bench)
    {
        if (bench.Words.Refresh()) Introduce(bench);
        if (Redeclared(state.Session, source) is >= 0 and var index) return Replaced(state, index, source.Text, source.Name, bench);
        return Take(state, source, bench.Host.WorkingFolder, (text, options) => Check(text, options, bench), bench);
    }

    public static IEnumerable<ReplState> OfFile(ReplState state, string written, Workbench bench)
    {
        var file = written.Trim('"');
        var path = bench.Host.PathOf(file);
        if (file.Length == 0 || !File.Exists(path)) throw new Refusal($"There is no file `{file}`.", "Check its name and folder.");
        var text = RegularFile.Text(path, file, "Name a script.", Language.MostBytes).ReplaceLineEndings("\n");
        var (source, folder) = (new SourceText(file, text), Path.GetDirectoryName(path)!);
        foreach (var next in Take(state, source, folder, new TrustCheck(bench.Host) { InSession = true }.Admit, bench)) yield return next;
        bench.Words.With(folder);
    }

    /// <summary>Puts another text in the place of a step. Nothing changes unless all that follows still runs.</summary>
    public static IEnumerable<ReplState> Edited(ReplState state, string rest, Workbench bench)
    {
        var session = state.Session;
        var space = rest.IndexOf(' ');
        var number = space < 0 ? rest : rest[..space];
        if (!int.TryParse(number, out var n) || n < 1 || n >= session.NextStep)
            throw new Refusal($"There is no step `{number}`.", "Write `:edit` and the number of a step; `:time` lists them.");
        var index = session.Entries.IndexOf(session.Steps.ElementAt(n - 1));
        var text = space < 0 ? bench.Ask($"{n}> ", session.Entries[index].Text) : rest[space..].Trim();
        return string.IsNullOrWhiteSpace(text) ? [] : Replaced(state, index, text, $"from step {n} on", bench);
    }

    /// <summary>Where the session declares the parameter that a text declares; −1 when it does not.</summary>
    static int Redeclared(Session session, SourceText source) => !source.Text.StartsWith("param", StringComparison.Ordinal) ? -1
        : Language.Check(source, new LanguageOptions()).Script.Items is not [Declaration declared] ? -1
        : session.Entries.FindIndex(e => e.Item is Declaration old && old.Name.Text == declared.Name.Text);

    static IEnumerable<ReplState> Replaced(ReplState state, int index, string text, string name, Workbench bench)
    {
        var session = state.Session;
        var (start, tail) = (session.Until(index), session.Entries.Skip(index + 1).ToList());
        var source = new SourceText(name, string.Join('\n', tail.Select(e => e.Text).Prepend(text)));
        var input = CheckedInput.Of(start, source, bench.Host, bench.Host.WorkingFolder, (typed, options) => Check(typed, options, bench));
        if (!IsFine(input, session, bench)) yield break;
        var run = new ItemRunner(bench, input) { Old = tail, OldStart = session.Entries[index].After };
        while (run.Next(start) is { } next) start = next;
        if (run.Broken) bench.Out.Say("The session stays as it was.");
        else yield return state with { Session = start };
    }

    /// <summary>Checks a text and, when nothing is wrong with it, runs its steps; those that ran stay, whatever follows.</summary>
    static IEnumerable<ReplState> Take(
        ReplState state, SourceText source, string folder, Func<SourceText, LanguageOptions, Plan> check, Workbench bench)
    {
        var stop = bench.Host.Interrupt.Rearm();
        var input = CheckedInput.Of(state.Session, source, bench.Host, folder, check);
        // Compiling and looking at files takes a while, too.
        var fine = IsFine(input, state.Session, bench);
        if (fine && stop.IsCancellationRequested) bench.Out.Say("Stopped before it ran.");
        if (!fine || stop.IsCancellationRequested)
        {
            yield return state with { Failed = true };
            yield break;
        }
        if (input.Items.Count == 0) yield return state with { Session = state.Session.Remarked(source.Text.Trim()) };
        var run = new ItemRunner(bench, input);
        while (run.Next(state.Session) is { } next) yield return state = state with { Session = next };
        if (run.Broken) yield return state with { Failed = true };
    }

    /// <summary>Says what is new about the operators here.</summary>
    public static void Introduce(Workbench bench)
    {
        bench.Out.Say(bench.Words.Errors, new SourceText(OwnOperators.FolderName, ""));
        if (bench.Words.Unseen.Count == 0) return;
        var names = Wording.Names(bench.Words.Unseen.Order(StringComparer.Ordinal));
        bench.Out.Say($"{names} in `{OwnOperators.FolderName}`: not trusted as written now. Read the code; `:trust` lets it run.");
    }

    static Plan Check(SourceText source, LanguageOptions options, Workbench bench)
    {
        var plan = Language.Check(source, options with { Operators = bench.Words.Operators, Unseen = bench.Words.Unseen });
        var unseen = plan.HasErrors ? null : plan.Steps.FirstOrDefault(s => s.Signature is null);
        return unseen is null ? plan : throw KnownOperators.NotTrusted(unseen.Step.Name.Text, ":trust");
    }

    static bool IsFine(CheckedInput input, Session session, Workbench bench)
    {
        bench.Out.Say(input.Diagnostics.Select(d => Again(d, input, session)), input.Source);
        return !input.Plan.HasErrors;
    }

    /// <summary>Trying again under the same name is what a session is for: the step that has the name can be changed.</summary>
    static Diagnostic Again(Diagnostic diagnostic, CheckedInput input, Session session)
    {
        if (diagnostic.Code != ContractCodes.NameTaken || diagnostic.Span is not { } span) return diagnostic;
        var name = input.Source.Text[span.Start..span.End];
        var n = session.Steps.ToList().FindIndex(e => e.Item is Step step && (step.As?.Text ?? step.Name.Text) == name) + 1;
        return n == 0 ? diagnostic : diagnostic with { Hint = $"`:edit {n}` does step {n} another way; or choose another name." };
    }
}
