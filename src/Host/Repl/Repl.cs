using Dsl;
using Dsl.Diagnostics;
using Host.CommandLine;
using Host.CSharp;
using Host.Display;
using Host.Trust;

namespace Host.Repl;

/// <summary>A session at the terminal: reads a step, runs it on the study so far, shows it, and so on.</summary>
sealed class Repl
{
    readonly Prompt prompt;
    readonly StepRunner runner;
    bool left;

    public Repl(Surroundings around)
    {
        (Around, Pager, runner, Words) = (around, new Pager(around), new StepRunner(around), new Vocabulary(around));
        prompt = new Prompt(around, new LanguageAdvice(() => Session, Words, around.WorkingFolder) { Completes = around.Typing is not null }.Advice);
    }

    public Surroundings Around { get; }

    public Session Session { get; private set; } = Session.Empty;

    public Pager Pager { get; }

    /// <summary>The operators that a typed step may call.</summary>
    public Vocabulary Words { get; }

    /// <summary>The scripts that this session wrote, which it may write again.</summary>
    public HashSet<string> Saved { get; } = [];

    public int Run(string? script)
    {
        Around.Output.WriteLine($"pipe {Product.Version}: `load sample:penguins` loads a table,\nTab completes, `:help` lists what there is, Ctrl-D leaves.");
        Try(() => Introduce(Words.With(Around.WorkingFolder)));
        if (script is not null) Try(() => RunFile(script));
        while (!left && prompt.Read($"{Session.NextStep}> ") is { } text) Try(() => Do(text));
        return ExitCode.Fine;
    }

    public void Leave() => left = true;

    /// <summary>Says it in lines that fit the window; further ones are as deep as the first.</summary>
    public void Say(string text)
    {
        foreach (var line in text.Split('\n'))
        {
            var indent = line[..^line.TrimStart(' ').Length];
            foreach (var part in DiagnosticText.Wrap(line[indent.Length..], Pager.Width - indent.Length)) Around.Output.WriteLine(indent + part);
        }
    }

    public void Show(Sheet sheet) => Pager.Show(console => new StepView(console, Pager.Width) { Whole = true }.Show(new StepRecord(0, "", ""), sheet));

    /// <summary>Whatever goes wrong is said, and the session goes on.</summary>
    void Try(Action act)
    {
        try
        {
            act();
        }
        catch (Refusal refusal)
        {
            Say($"error: {refusal.Text}{(refusal.Hint is null ? "" : $"\n  {refusal.Hint}")}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Say($"error: {e.Message}");
        }
        catch (Exception bug) when (bug is not OutOfMemoryException)
        {
            BugReport.Write(Around.Output, bug);
        }
    }

    void Do(string text)
    {
        if (!text.StartsWith(':'))
        {
            var word = text.Split(' ')[0];
            if (Commands.Find(word) is { } meant && !Words.Operators.Any(o => o.Name.Split(' ')[0] == word)) throw new Refusal($"`{word}` is no step.", $"What is asked of the session starts with a colon: `:{meant.Name}`.");
            if (Words.Refresh()) Introduce(Words);
            Take(new SourceText($"step {Session.NextStep}", text), Around.WorkingFolder, Check);
            return;
        }
        var space = text.IndexOf(' ');
        var (name, rest) = space < 0 ? (text[1..], "") : (text[1..space], text[(space + 1)..].Trim());
        if (Commands.Find(name.Trim()) is { } command) command.Act(this, rest);
        else throw new Refusal($"There is no command `:{name.Trim()}`.", Suggestion.For(name.Trim(), Commands.All.Select(c => c.Name)));
    }

    public void RunFile(string written)
    {
        var file = written.Trim('"');
        var path = Around.PathOf(file);
        if (file.Length == 0 || !File.Exists(path)) throw new Refusal($"There is no file `{file}`.", "Check its name and folder.");
        Take(new SourceText(file, File.ReadAllText(path).ReplaceLineEndings("\n")), Path.GetDirectoryName(path)!, new Gate(Around) { InSession = true }.Admit);
        Words.With(Path.GetDirectoryName(path)!);
    }

    /// <summary>Says what is new about the operators here.</summary>
    void Introduce(Vocabulary words)
    {
        foreach (var error in words.Errors) Around.Say(error, new SourceText(OwnOperators.FolderName, ""));
        if (words.Unseen.Count > 0)
            Say($"{Wording.Names(words.Unseen.Order(StringComparer.Ordinal))} in `{OwnOperators.FolderName}`: not trusted as written now. Read the code; `:trust` lets it run.");
    }

    public void Trust()
    {
        Words.Refresh();
        var parts = Words.Trust();
        if (parts.Count == 0) throw new Refusal("There are no own operators here.", $"Declare them in files `{OwnOperators.FolderName}/*.cs` of the folder that the session was opened in.");
        Say($"Trusted: {string.Join(", ", parts.Select(Question.Title))}");
        Introduce(Words);
    }

    /// <summary>A typed step may do everything that the person may; own operators only when they are trusted.</summary>
    Plan Check(SourceText source, LanguageOptions options)
    {
        var plan = Language.Check(source, options with { Operators = Words.Operators, Unseen = Words.Unseen });
        var unseen = plan.HasErrors ? null : plan.Steps.FirstOrDefault(s => s.Signature is null);
        return unseen is null ? plan : throw Vocabulary.NotTrusted(unseen.Step.Name.Text, ":trust");
    }

    public void Undo()
    {
        if (Session.Entries.IsEmpty) throw new Refusal("There is nothing to undo.");
        Say($"Undone: {Session.Entries[^1].Text}");
        Session = Session.Undo();
    }

    public void Redo()
    {
        if (Session.Undone.IsEmpty) throw new Refusal("There is nothing to redo.");
        Session = Session.Redo();
        Say($"Done again: {Session.Entries[^1].Text}");
    }

    /// <summary>Checks a text and, when nothing is wrong with it, runs its steps; those that ran stay, whatever follows.</summary>
    void Take(SourceText source, string folder, Func<SourceText, LanguageOptions, Plan> check)
    {
        var stop = Around.Rearm?.Invoke() ?? CancellationToken.None;
        var reading = Reading.Of(Session, source, folder, Around.WorkingFolder, check);
        if (!IsFine(reading)) return;
        // Compiling and looking at files takes a while, too.
        if (stop.IsCancellationRequested)
        {
            Say("Stopped before it ran.");
            return;
        }
        var run = new Passage(this, runner, reading);
        while (run.Next(Session, out var next)) Session = next;
    }

    /// <summary>Puts another text in the place of a step. Nothing changes unless all that follows still runs.</summary>
    public void Edit(string rest)
    {
        var space = rest.IndexOf(' ');
        var number = space < 0 ? rest : rest[..space];
        if (!int.TryParse(number, out var n) || n < 1 || n >= Session.NextStep)
            throw new Refusal($"There is no step `{number}`.", "Write `:edit` and the number of a step; `:time` lists them.");
        var index = Session.Entries.IndexOf(Session.Steps.ElementAt(n - 1));
        var text = space < 0 ? prompt.Read($"{n}> ", Session.Entries[index].Text) : rest[space..].Trim();
        if (string.IsNullOrWhiteSpace(text)) return;
        var (start, tail) = (Session.Until(index), Session.Entries.Skip(index + 1).ToList());
        var source = new SourceText($"from step {n} on", string.Join('\n', tail.Select(e => e.Text).Prepend(text)));
        var reading = Reading.Of(start, source, Around.WorkingFolder, Around.WorkingFolder, Check);
        if (!IsFine(reading)) return;
        var run = new Passage(this, runner, reading) { Old = tail, OldStart = Session.Entries[index].After };
        while (run.Next(start, out var next)) start = next;
        if (run.Broken) Say("The session stays as it was.");
        else Session = start;
    }

    bool IsFine(Reading reading)
    {
        foreach (var diagnostic in reading.Diagnostics) Around.Say(diagnostic, reading.Source);
        return !reading.Plan.HasErrors;
    }
}
