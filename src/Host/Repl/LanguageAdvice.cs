using Dsl.Diagnostics;
using Dsl.Editing;
using Dsl.Syntax;
using Host.CSharp.Editing;
using Host.Editor;
using Host.Trust;
using Runtime.Data;

namespace Host.Repl;

/// <summary>Tells the editor about our language, as it stands at this point of a session.</summary>
sealed class LanguageAdvice(Func<Session> session, KnownOperators words, HostContext host)
{
    readonly CodeAssistant code = new();
    readonly string folder = host.WorkingFolder;

    const int MostValues = 100;

    /// <summary>Somebody types who can ask for completion; otherwise nothing is loaded for it.</summary>
    public bool Completes { get; init; }

    public Advice Advice => new(Styles, Complete, State);

    TextState State(string text)
    {
        if (text.StartsWith(':') || !Continuation.IsExpected(text)) return TextState.Finished;
        if (!Continuation.InBlock(text)) return TextState.Unfinished;
        if (Completes) code.Prepare();
        return TextState.InBlock;
    }

    static string Style(TokenClass kind) => kind switch
    {
        TokenClass.Operator => "1;36",
        TokenClass.Argument => "36",
        TokenClass.Keyword or TokenClass.Function => "35",
        TokenClass.Choice or TokenClass.Parameter => "33",
        TokenClass.Column => "32",
        TokenClass.Name => "34",
        TokenClass.Number => "93",
        TokenClass.Text or TokenClass.Block => "92",
        TokenClass.Mistake => "31",
        _ => "2",
    };

    IReadOnlyList<Styled> Styles(string text)
    {
        if (text.StartsWith(':')) return [new Styled(0, text.Split(' ')[0].Length, "1;35")];
        if (Continuation.InBlock(text)) code.Prepare();
        return
        [
            .. Highlight.Of(text, session().Study.Shape, words.Operators)
                .SelectMany(c => c.Class == TokenClass.Block ? InBlock(text, c.Span) : [c])
                .Select(c => new Styled(c.Span.Start, c.Span.Length, Style(c.Class))),
        ];
    }

    /// <summary>The fences stay as they are; what stands between them is C#.</summary>
    static IEnumerable<Coloured> InBlock(string text, Span block)
    {
        var code = text[block.Start..block.End].Trim('`');
        var start = block.Start + text[block.Start..block.End].IndexOf(code, StringComparison.Ordinal);
        return CodeColours.Of(code).Select(c => c with { Span = new Span(start + c.Span.Start, c.Span.Length) })
            .Prepend(new Coloured(Span.FromTo(block.Start, start), TokenClass.Block))
            .Append(new Coloured(Span.FromTo(start + code.Length, block.End), TokenClass.Block));
    }

    Menu Complete(string text, int caret)
    {
        if (text.StartsWith(':')) return CompleteCommand(text[..caret]);
        var declared = string.Concat(session().Entries.Where(e => e.Item is Declaration).Select(e => e.Text + "\n"));
        var options = new LanguageOptions
        {
            ScriptFolder = folder,
            WorkingFolder = folder,
            Start = session().Study.Shape,
            Operators = words.Operators,
            Unseen = words.Unseen,
            Headers = host.Headers,
        };
        var found = Completion.At(declared + text, declared.Length + caret, options, f => Files(f, Formats.CanRead), ValuesOf);
        if (found.Fence is { } fence)
            return Moved(code.Complete(fence, declared.Length + caret - fence.Start, folder), fence.Start - declared.Length);
        return new Menu(found.Replaced.Start - declared.Length, [.. found.Candidates.Select(c => new Choice(c.Text, c.Kind, c.Doc))],
            found.Note)
        {
            Words = true,
        };
    }

    /// <summary>The menu of a part of the text that starts further on.</summary>
    static Menu Moved(Menu menu, int by) => menu with
    {
        Start = menu.Start + by,
        Later = menu.Later?.ContinueWith(later => Moved(later.Result, by), TaskScheduler.Default),
    };

    Menu CompleteCommand(string before)
    {
        var space = before.IndexOf(' ');
        if (space < 0)
        {
            var begun = Commands.All.Where(c => (":" + c.Name).StartsWith(before, StringComparison.Ordinal));
            return new Menu(0, [.. begun.Select(c => new Choice(":" + c.Name, c.Takes, c.Doc))], null)
            {
                Words = true,
            };
        }
        var word = before[(space + 1)..];
        var fitting = Commands.Find(before[1..space])?.Takes switch
        {
            "FILE" => Files(word, f => f.EndsWith(".pipe", StringComparison.Ordinal)),
            "[N] [FILE]" => Files(word, null),
            "[OPERATOR]" => words.Operators.Names.Where(n => n.StartsWith(word, StringComparison.Ordinal)),
            _ => [],
        };
        return new Menu(space + 1, [.. fitting.Select(w => new Choice(w, "", ""))], null);
    }

    IEnumerable<string> Files(string beginning, Func<string, bool>? wanted) => FileListing.Of(beginning, folder, wanted);

    /// <summary>The most frequent come first, as far as a menu is looked through.</summary>
    IEnumerable<string> ValuesOf(string column) => session().Study.Table?.Columns.Find(column) is not TextColumn texts ? []
        : texts.Codes.ToArray().Where(c => c >= 0).CountBy(c => c).OrderByDescending(c => c.Value).ThenBy(c => c.Key)
            .Take(MostValues).Select(c => texts.Words[c.Key]);
}
