using System.Collections.Immutable;
using Dsl.Syntax;

using Runtime.Files;

namespace Host.Repl;

/// <summary>What was typed and done so far, and what was undone. Never changes; every act gives another.</summary>
sealed record Session(ImmutableList<Entry> Entries, ImmutableStack<Entry> Undone)
{
    public static Session Empty { get; } = new([], []);

    /// <summary>Comments that were typed before there was anything for them to stand below, each with its line end.</summary>
    public string Lead { get; private init; } = "";

    public Study Study => Entries.IsEmpty ? Study.Empty : Entries[^1].After;

    public IEnumerable<Entry> Steps => Entries.Where(e => e.Record is not null);

    /// <summary>The number of the step that is typed next.</summary>
    public int NextStep => Steps.Count() + 1;

    public Session With(Entry entry) => this with { Entries = Entries.Add(entry), Undone = [] };

    /// <summary>Comments of their own, which stay where they were typed.</summary>
    public Session Remarked(string comments) => Entries.IsEmpty ? this with { Lead = Lead + comments + "\n" }
        : this with { Entries = Entries.SetItem(Entries.Count - 1, Entries[^1] with { Text = $"{Entries[^1].Text}\n{comments}" }) };

    public Session Undo() => this with { Entries = Entries.RemoveAt(Entries.Count - 1), Undone = Undone.Push(Entries[^1]) };

    public Session Redo() => this with { Entries = Entries.Add(Undone.Peek()), Undone = Undone.Pop() };

    /// <summary>What came before an entry.</summary>
    public Session Until(int index) => this with { Entries = Entries.RemoveRange(index, Entries.Count - index), Undone = [] };

    /// <summary>The session as a script: what was undone or failed is not in it.</summary>
    public string Script => Lead + string.Concat(Entries.Select(e => e.Text + "\n"));

    /// <summary>The files that its steps have read, and more.</summary>
    public ReadFiles FilesRead(HostContext host, IEnumerable<string> more) =>
        new([.. Steps.SelectMany(e => e.Record!.Sources).Select(s => host.PathOf(s.File)), .. more]);
}

/// <summary>A step, a parameter or prose that is part of a session.</summary>
/// <param name="Text">As it was typed, with the comments beside and below it.</param>
/// <param name="Item">What it was read as.</param>
/// <param name="After">The study after it.</param>
sealed record Entry(string Text, Item Item, Study After)
{
    /// <summary>What the step showed and cost; null when it is no step.</summary>
    public StepRecord? Record { get; init; }

    /// <summary>The values of the parameters that it names, when it ran.</summary>
    public string Parameters { get; init; } = "";
}
