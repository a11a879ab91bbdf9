using Dsl.Diagnostics;
using Host.Trust;

namespace Host.Repl;

/// <summary>A session at the terminal: reads a step, runs it on the study so far, shows it, and so on.</summary>
sealed class Repl
{
    readonly Prompt prompt;
    readonly Workbench bench;
    ReplState state = ReplState.Start;

    public Repl(HostContext host)
    {
        var words = new KnownOperators(host);
        var advice = new LanguageAdvice(() => state.Session, words, host) { Completes = host.Typing is not null };
        prompt = new Prompt(host, advice.Advice);
        bench = new Workbench(host, new SessionOutput(host), words, prompt.Read);
    }

    public int Run(string? script)
    {
        bench.Out.Say(
            $"pipe {Product.Version}: `load sample:penguins` loads a table,\nTab completes, `:help` lists what there is, Ctrl-D leaves.");
        Try(Introduction);
        if (bench.Kept.Before is not null)
            bench.Out.Say("The last session here was not saved: `:last` does its steps again, `:last FILE` writes them.");
        if (script is not null) Try(() => SessionSteps.OfFile(state, script, bench));
        while (!state.Left)
        {
            if (prompt.Read($"{state.Session.NextStep}> ", "") is { } text) AnswerAll(Burst.Parts(text));
            else if (prompt.Ended) break;
            else state = state.Leave(bench);
        }
        return ExitCode.Fine;
    }

    /// <summary>Up to the first part that does not end well: nothing runs on a study that lacks what was typed above it.</summary>
    void AnswerAll(IReadOnlyList<string> parts)
    {
        state = state with { Failed = false };
        for (var i = 0; i < parts.Count && !state.Failed && !state.Left; i++)
        {
            var part = parts[i];
            Try(() => Answer(part));
            if (state.Failed && i < parts.Count - 1) bench.Out.Say("What was typed below it in one go is left out.");
        }
        bench.Kept.Keep(state);
    }

    IEnumerable<ReplState> Introduction()
    {
        bench.Words.With(bench.Host.WorkingFolder);
        SessionSteps.Introduce(bench);
        return [];
    }

    /// <summary>Goes from state to state. Whatever goes wrong on the way is said, and the session goes on from the last one.</summary>
    void Try(Func<IEnumerable<ReplState>> act)
    {
        try
        {
            foreach (var next in act()) state = next;
            return;
        }
        catch (Refusal refusal)
        {
            bench.Out.Say(refusal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            bench.Out.Say($"error: {e.Message}");
        }
        catch (Exception bug) when (bug is not OutOfMemoryException)
        {
            bench.Out.SayBug(bug);
        }
        state = state with { Failed = true };
    }

    IEnumerable<ReplState> Answer(string text)
    {
        if (text.StartsWith(':')) return Commands.Answer(state, text[1..], bench);
        if (text.StartsWith('?') && text.TrimStart('?', ' ') is var asked)
            throw new Refusal("A question mark asks nothing here.", $"Write `{$":help {asked}".TrimEnd()}`.");
        var word = text.Split(' ')[0];
        if (Commands.Find(word) is { } meant && !bench.Words.Operators.Any(o => o.Name.Split(' ')[0] == word))
            return word == text && Commands.Leaves(meant) ? [state.Leave(bench)]
                : throw new Refusal($"`{word}` is no step.",
                    $"What is asked of the session starts with a colon: `:{meant.Name}{text[word.Length..]}`.");
        if (char.IsWhiteSpace(text[0]) && bench.Words.Operators.All(o => o.Name.Split(' ')[0] != text.TrimStart().Split(' ')[0]))
            throw new Refusal("An indented line goes on with the step above it, and that one has run.",
                state.Session.NextStep == 1 ? "Start the line with an operator."
                    : $"Write it at the end of that step: `:edit {state.Session.NextStep - 1}`.");
        return SessionSteps.Typed(state, new SourceText($"step {state.Session.NextStep}", text), bench);
    }
}
