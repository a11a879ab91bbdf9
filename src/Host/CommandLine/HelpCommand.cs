using System.CommandLine;
using Dsl.Diagnostics;
using Dsl.Editing;
using Host.CSharp;
using Host.Trust;
using Runtime.Expressions;

namespace Host.CommandLine;

/// <summary><c>pipe help [OPERATOR]</c>: the operators, or all about one.</summary>
sealed class HelpCommand : ProgramCommand
{
    readonly Argument<string[]> topic = new("OPERATOR")
    {
        Description = "The operator, function, command or page to explain: language, expressions, functions, files, git, c#.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    readonly Option<bool> markdown = new("--markdown") { Description = "Print the table of operators as it stands in the README." };
    readonly Option<bool> formats = new("--formats") { Description = "Print the table of file formats as it stands in the README." };
    readonly Option<bool> reference = new("--reference")
    {
        Description = "Print all about every operator as it stands in docs/operators.md.",
    };
    readonly Option<bool> functions = new("--functions") { Description = "Print the table of functions as it stands in docs/language.md." };
    readonly Option<string?> search = new("--search") { HelpName = "WORDS", Description = "Find operators and functions by what they do." };

    readonly Option<string?> script = new("--script")
    {
        HelpName = "FILE",
        Description = "Take in the own operators beside this script, rather than those of the working directory.",
    };

    public override string Name => "help";

    /// <summary>The next word of the operators whose first words are given.</summary>
    public override IEnumerable<string> Values(string last, IReadOnlyList<string> given, HostContext host)
    {
        var words = new KnownOperators(host).With(host.WorkingFolder);
        string[] known = [.. words.Operators.Names, .. words.Unseen, .. Page.All.Names, .. FunctionCatalog.Functions.Names];
        return known.Select(n => n.Split(' '))
            .Where(n => n.Length > given.Count && n.Take(given.Count).SequenceEqual(given)).Select(n => n[given.Count]);
    }

    public override Command Build(HostContext host, RootCommand root)
    {
        const string Doc = "The manual: all operators, or all about one of them, the language, the functions.";
        var command = new Command(Name, Doc) { topic, search, script, markdown, reference, functions, formats };
        command.SetAction(parsed =>
        {
            var name = string.Join(' ', parsed.GetValue(topic) ?? []);
            if (name.Length > 0 && Catalog.Find(name) is null && FunctionCatalog.Find(name) is null
                && root.Subcommands.Any(c => c.Name == name))
                return root.Parse([name, "--help"]).Invoke(parsed.InvocationConfiguration);
            host.Output.WriteLine(Answer(name, parsed, host).TrimEnd());
            return ExitCode.Fine;
        });
        return command;
    }

    /// <summary>What the compiler says about own operators, which are not in the list for that.</summary>
    static KnownOperators Told(KnownOperators words, HostContext host)
    {
        host.Say(words.Errors, new SourceText(OwnOperators.FolderName, ""));
        return words;
    }

    string Answer(string name, ParseResult parsed, HostContext host)
    {
        var folder = parsed.GetValue(script) is { } file ? Path.GetDirectoryName(host.PathOf(file))! : host.WorkingFolder;
        var words = new Lazy<KnownOperators>(() => Told(new KnownOperators(host).With(folder), host));
        return parsed.GetValue(markdown) ? Manual.MarkdownTable()
            : parsed.GetValue(reference) ? Manual.Reference()
            : parsed.GetValue(functions) ? FunctionManual.MarkdownTable()
            : parsed.GetValue(formats) ? FormatManual.MarkdownTable()
            : parsed.GetValue(search) is { } wanted ? Found(wanted, words.Value)
            : name.Length == 0 ? Overview(words.Value) + "\n" + Page.Contents()
            : Page.All.Find(name) is { } page ? page.Text()
            : About(name, words, Path.GetRelativePath(host.WorkingFolder, folder));
    }

    static string Overview(KnownOperators words) => Manual.Overview(words.Operators)
        + (words.Unseen.Count == 0 ? "" : $"\nNot trusted yet\n  {string.Join(", ", words.Unseen.Order(StringComparer.Ordinal))}");

    static string Found(string wanted, KnownOperators words) => ManualSearch.Find(wanted, words.Operators) is { Count: > 0 } found
        ? ManualSearch.Show(found)
        : throw new WrongCommandLine($"No operator or function is found by `{wanted}`.",
            "Use fewer or other words, or see `pipe help` for all.");

    static string? Meant(string name, NamedList<Signature> operators) =>
        FunctionCatalog.Meant(name) is { } function ? $"Did you mean `{function.Name}`?"
        : OtherForm.Find(name) is { } form ? $"Expressions have `{form.Usage}`; see `pipe help expressions`."
        : OtherNames.Operator(name, operators) is not { } meant ? null
        : meant.Lacking is { } lacking ? $"`pipe` has no {lacking} yet; `{meant.Write}` comes nearest."
        : $"Did you mean `{meant.Signature.Name}`?";

    /// <summary>Own operators are looked for only when none of ours is meant: they may have to be compiled.</summary>
    static string About(string name, Lazy<KnownOperators> words, string folder)
    {
        if ((Catalog.Find(name) ?? words.Value.Operators.Find(name)) is { } signature) return Manual.Of(signature);
        if (FunctionCatalog.Find(name) is { } function) return FunctionManual.Of(function);
        if (words.Value.Unseen.Contains(name)) throw KnownOperators.NotTrusted(name, $"pipe trust {folder}");
        throw new WrongCommandLine($"There is no operator or function `{name}`.",
            Meant(name, words.Value.Operators) ?? "`pipe help` lists all there are.");
    }
}
