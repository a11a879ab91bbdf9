using Dsl.Diagnostics;
using Dsl.Syntax;
using Runtime.Expressions;

namespace Dsl.Binding;

/// <summary>The script's parameters with the values in force: the script's own, or those of <c>--set</c>.</summary>
sealed class Parameters(SourceText source, Script script, LanguageOptions options, List<Diagnostic> diagnostics)
{
    const string TrialMark = "test:";

    readonly Dictionary<string, Expression> values = [];
    readonly List<string> order = [];
    readonly HashSet<string> used = ["seed"];

    public IReadOnlyList<(string Name, string Value)> InForce =>
        order.ConvertAll(n => (n, values[n].Origin().Setting ?? values[n].Written()));

    public long Seed { get; private set; }

    public void Declare(Declaration declaration)
    {
        var name = declaration.Name.Text;
        if (declaration.Value.All().OfType<ParameterForm>().FirstOrDefault() is { } nested)
            diagnostics.Add(Sentences.NestedParameter(nested.Span(), values.GetValueOrDefault(nested.Name)?.Written()));
        if (values.ContainsKey(name)) diagnostics.Add(Sentences.DeclaredTwice(declaration, Declaring(name)!.Name.Span));
        else order.Add(name);
        values[name] = options.Settings.TryGetValue(name, out var setting) ? OfSetting(setting) : OfTrial(declaration) ?? declaration.Value;
        if (name == "seed") ReadSeed(declaration, values[name]);
    }

    /// <summary>Those that are declared.</summary>
    public IReadOnlyCollection<string> Names => order;

    /// <summary>Prose speaks of one; false when there is none of this name.</summary>
    public bool Mention(string name)
    {
        if (!values.ContainsKey(name)) return false;
        used.Add(name);
        return true;
    }

    /// <summary>Those that no step uses.</summary>
    public IEnumerable<Declaration> Unused =>
        script.Items.OfType<Declaration>().Where(d => !used.Contains(d.Name.Text)).DistinctBy(d => d.Name.Text);

    /// <summary>Complains about settings that no line declares.</summary>
    public void Finish()
    {
        foreach (var name in options.Settings.Keys.Where(n => !values.ContainsKey(n)).Order(StringComparer.Ordinal))
            diagnostics.Add(Sentences.UnknownSetting(name, order));
    }

    /// <summary>The value with every <c>$name</c> replaced, placed where the name stands; null when one is not declared.</summary>
    public Expression? Fill(Expression value, List<Diagnostic> complaints)
    {
        var complete = true;
        var filled = Filled(value);
        return complete ? filled : null;

        Expression Filled(Expression part)
        {
            if (part is not ParameterForm use) return Spliced(part.MapInPlace(Filled));
            used.Add(use.Name);
            if (values.TryGetValue(use.Name, out var given) && !given.All().Any(p => p is ParameterForm)) return given.PlacedAt(use.Span());
            // One that uses another was reported where it is declared.
            if (given is null) complaints.Add(Declaring(use.Name) is { } below
                ? Sentences.DeclaredBelow(use.Span(), below, source.Text)
                : Sentences.UnknownParameter(use.Span(), use.Name, order));
            complete = false;
            return use;
        }
    }

    Declaration? Declaring(string name) => script.Items.OfType<Declaration>().FirstOrDefault(d => d.Name.Text == name);

    /// <summary>A parameter may stand for a list of items.</summary>
    static Expression Spliced(Expression part) => part is InExpression member && member.Items.Any(i => i is ListForm)
        ? (member with { Items = [.. member.Items.SelectMany(i => i is ListForm list ? list.Items : [i])] }).From(part.Origin())
        : part;

    /// <summary>
    /// What a parameter is when the script is tried, where its line says so: <c># test: 50</c>. It is the script's own word, not a
    /// person's.
    /// </summary>
    Expression? OfTrial(Declaration declaration)
    {
        if (options.RowLimit is null) return null;
        var text = declaration.Comments.Select(c => c.Text.TrimStart('#').TrimStart())
            .FirstOrDefault(t => t.StartsWith(TrialMark, StringComparison.Ordinal));
        return text is null ? null : Read(text[TrialMark.Length..].Trim());
    }

    /// <summary>A value of the language when it reads as one, else the text as it is: a shell has its own quotation marks.</summary>
    static Expression OfSetting(string text)
    {
        var value = Read(text);
        if (value is ListForm list) foreach (var item in list.Items) item.From(item.Origin() with { Setting = item.Written() });
        return value.From(value.Origin() with { Setting = text });
    }

    static Expression Read(string text) => Reader.ReadValue(text) is { } value && !value.All().Any(p => p is ParameterForm or BlockForm)
        ? value
        : new TextLiteral(text).From(Origin.OfText(text));

    void ReadSeed(Declaration declaration, Expression value)
    {
        if (value is NumberLiteral { Value: var number } && number == Math.Floor(number) && Math.Abs(number) < 1L << 53)
            Seed = (long)number;
        else diagnostics.Add(Sentences.BadSeed(declaration.Value.Span(), value.Written()));
    }
}
