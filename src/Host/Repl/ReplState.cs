using System.Collections.Immutable;
using Host.Trust;

namespace Host.Repl;

/// <summary>Where a session stands between two prompts. Never changes; every act gives another.</summary>
/// <param name="Saved">The scripts that this session wrote, which it may write again.</param>
/// <param name="Left">No more is read.</param>
sealed record ReplState(Session Session, ImmutableHashSet<string> Saved, bool Left)
{
    public static ReplState Start { get; } = new(Session.Empty, [], Left: false);

    /// <summary>What was asked last did not end well: nothing that was typed together with it is done.</summary>
    public bool Failed { get; init; }

    /// <summary>As it was written to a file last.</summary>
    public Session? Written { get; init; }

    /// <summary>Nothing would be lost.</summary>
    public bool IsSaved => ReferenceEquals(Written, Session);

    /// <summary>What the person knows of: it was saved, or they were told that it is not.</summary>
    public Session Known { get; init; } = Session.Empty;

    /// <summary>The end, unless steps would be lost that nobody was told of.</summary>
    public ReplState Leave(Workbench bench)
    {
        var lost = Session.Steps.Except(Known.Steps, ReferenceEqualityComparer.Instance).Count();
        if (lost == 0 || bench.Host.Typing is null) return this with { Left = true };
        bench.Out.Say($"{Wording.Plural(lost, "step")} not saved. `:save FILE` writes a script; leave again to drop them.");
        return this with { Known = Session };
    }
}

/// <summary>What a session works with, all along.</summary>
/// <param name="Words">The operators that a typed step may call.</param>
/// <param name="Ask">Lets the person edit a text: the prompt, what stands there at first, and what came out (null when nothing
/// did).</param>
sealed record Workbench(HostContext Host, SessionOutput Out, KnownOperators Words, Func<string, string, string?> Ask)
{
    public KeptSession Kept { get; } = new(Host);
}
