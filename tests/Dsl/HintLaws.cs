using System.Text.RegularExpressions;
using Dsl;
using Dsl.Diagnostics;
using Runtime;
using Runtime.Expressions;

namespace Tests.Dsl;

/// <summary>Whatever a hint says in back-ticks to be written can be written: it parses, and where it names an operator or an argument there is one.</summary>
public partial class HintLaws
{
    static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Golden", "errors");

    public static TheoryData<string> Scripts =>
        [.. Directory.EnumerateFiles(Folder, "*.pipe").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Pages => [.. Codes.All.Where(c => c.Wrong is not null).Select(c => c.Name)];

    public static TheoryData<string> Typed => [.. Slips.Lines.Concat(ForeignWords.Lines).Concat(ForeignWords.Hints).Select(l => (string)l[0])];

    [Theory, MemberData(nameof(Scripts))]
    public void Hints_of_golden_scripts_can_be_written(string name) =>
        Hold(File.ReadAllText(Path.Combine(Folder, name)), new LanguageOptions { ScriptFolder = Folder });

    [Theory, MemberData(nameof(Pages))]
    public void Hints_of_wrong_examples_can_be_written(string name) => Hold(Codes.All.Find(name)!.Wrong!, new LanguageOptions());

    [Theory, MemberData(nameof(Typed))]
    public void Hints_of_slips_can_be_written(string typed) =>
        Hold("load sample:penguins\nfeatures body_mass_g bill_length_mm\nscale standard\nkmeans k=3 as km\n" + typed, new LanguageOptions { GoesOn = true });

    /// <summary>What a hint says outright to write, somebody can have written: a fix does it, and what was said is gone (<see cref="FixLaws"/>).</summary>
    [Theory, MemberData(nameof(Scripts))]
    public void What_is_to_be_written_can_be_had_as_a_fix(string name)
    {
        var text = File.ReadAllText(Path.Combine(Folder, name));
        foreach (var said in Check(text, new LanguageOptions { ScriptFolder = Folder }))
            foreach (Match write in Outright.Matches(said.Hint ?? "").Where(m => !Open.IsMatch(m.Groups[1].Value) && !IsUsage(m.Groups[1].Value)))
                Assert.True(said.Fixes.Any(f => f.In(text).Contains(write.Groups[1].Value)), $"No fix writes it: {said.Text}\n{said.Hint}");
    }

    static void Hold(string text, LanguageOptions options)
    {
        foreach (var said in Check(text, options).Where(d => !d.Code.Name.StartsWith("csharp", StringComparison.Ordinal)))
            foreach (var advised in Quoted.Matches(said.Hint ?? "").Select(m => m.Groups[1].Value).Where(IsScript))
                Assert.True(CanBeWritten(advised, said, text), $"`{advised}` cannot be written:\n{said.Text}\n{said.Hint}");
    }

    /// <summary>More than a word or a sign, and no command line.</summary>
    static bool IsScript(string advised) => advised.AsSpan().ContainsAny(" =(,") && advised.Any(char.IsLetterOrDigit) && !advised.StartsWith("pipe ", StringComparison.Ordinal)
        && !advised.StartsWith("nuget:", StringComparison.Ordinal) && !advised.StartsWith('#');

    static bool CanBeWritten(string advised, Diagnostic said, string text)
    {
        var source = advised.Replace("…", "x");
        if (Named(source) is not null) return IsFine(source, all: advised == source);
        if (Argument.IsMatch(source) && (Meant(said) ?? Named(LineAt(text, said))) is { } step && IsFine($"{step.Name} {source}", all: false)) return true;
        return Forms.Any(form => Check(form.Replace("{}", source), new LanguageOptions()).All(d => !Reading.Contains(d.Code)));
    }

    /// <summary>Where what is no step by itself may stand.</summary>
    static readonly string[] Forms = ["{}", "describe {}", "filter {}", "filter x {}", "derive y = {}", "derive {}", "load x | {}"];

    static readonly DiagnosticCode[] Reading = [.. DiagnosticCode.In(typeof(ReadingCodes))];

    static readonly DiagnosticCode[] Binding =
        [BindingCodes.UnknownOperator, BindingCodes.UnknownArgument, BindingCodes.UnexpectedValue, BindingCodes.UnknownChoice, BindingCodes.BackwardRange, BindingCodes.WrongType];

    static bool IsFine(string step, bool all) =>
        Check(step, new LanguageOptions()).All(d => !Reading.Contains(d.Code) && !(all ? Binding : [BindingCodes.UnknownArgument]).Contains(d.Code));

    static Signature? Named(string line) => Catalog.Operators.Where(o => line.StartsWith(o.Name + " ", StringComparison.Ordinal)).MaxBy(o => o.Name.Length);

    /// <summary>The operator that a hint names beside what to add to it.</summary>
    static Signature? Meant(Diagnostic said) =>
        Quoted.Matches(said.Hint!).Select(m => Catalog.Find(m.Groups[1].Value)).OfType<Signature>().FirstOrDefault();

    static string LineAt(string text, Diagnostic said)
    {
        if (said.Span is not { } span) return "";
        var start = text.LastIndexOfAny(['\n', '|'], Math.Max(0, Math.Min(span.Start, text.Length) - 1)) + 1;
        return text[start..].TrimStart();
    }

    static IReadOnlyList<Diagnostic> Check(string text, LanguageOptions options) => Language.Check(new SourceText("law.pipe", text), options).Diagnostics;

    [GeneratedRegex("`([^`]+)`")]
    static partial Regex Quoted { get; }

    /// <summary>How a function is written, with the names of what it takes.</summary>
    static bool IsUsage(string advised) => FunctionCatalog.Functions.Any(f => f.Usage == advised);

    [GeneratedRegex("^Write `([^`]*)`(?=[.,]|$)(?!.*(for example|such as| or `))")]
    static partial Regex Outright { get; }

    /// <summary>What is left open is written in capitals, or not at all.</summary>
    [GeneratedRegex("…|[A-Z]{3,}")]
    static partial Regex Open { get; }

    [GeneratedRegex("^[a-z_0-9]+=")]
    static partial Regex Argument { get; }
}
