using Dsl.Diagnostics;
using Dsl.Syntax;

namespace Dsl.Binding;

/// <summary>The script's parameters with the values in force: the script's own, or those of <c>--set</c>.</summary>
sealed class Parameters(Script script, LanguageOptions options, List<Diagnostic> diagnostics)
{
    const string TrialMark = "test:";

    readonly Dictionary<string, Value> values = [];
    readonly List<string> order = [];

    public IReadOnlyList<(string Name, string Value)> InForce => [.. order.Select(n => (n, values[n].Setting ?? $"{values[n]}"))];

    public long Seed { get; private set; }

    public void Declare(Declaration declaration)
    {
        var name = declaration.Name.Text;
        if (declaration.Value.Parts().OfType<ParameterValue>().FirstOrDefault() is { } nested)
            diagnostics.Add(Sentences.NestedParameter(nested.Span));
        if (values.ContainsKey(name)) diagnostics.Add(Sentences.DeclaredTwice(declaration.Name.Span, name));
        else order.Add(name);
        values[name] = options.Settings.TryGetValue(name, out var setting) ? OfSetting(setting) : OfTrial(declaration) ?? declaration.Value;
        if (name == "seed") ReadSeed(declaration, values[name]);
    }

    /// <summary>Complains about settings that no line declares.</summary>
    public void Finish()
    {
        foreach (var name in options.Settings.Keys.Where(n => !values.ContainsKey(n)).Order(StringComparer.Ordinal))
            diagnostics.Add(Sentences.UnknownSetting(name, order));
    }

    /// <summary>The value with every <c>$name</c> replaced, placed where the name stands; null when one is not declared.</summary>
    public Value? Fill(Value value, List<Diagnostic> complaints)
    {
        var complete = true;
        var filled = value.Replace(part =>
        {
            if (part is not ParameterValue use) return null;
            if (values.TryGetValue(use.Name, out var given) && !given.Parts().Any(p => p is ParameterValue)) return Placed(given, use.Span);
            // One that uses another was reported where it is declared.
            if (given is null) complaints.Add(Sentences.UnknownParameter(use.Span, use.Name, order, IsDeclared(use.Name)));
            complete = false;
            return use;
        });
        return complete ? filled : null;
    }

    bool IsDeclared(string name) => script.Items.OfType<Declaration>().Any(d => d.Name.Text == name);

    static Value Placed(Value value, Span span) => value switch
    {
        RangeValue range => range with { First = Placed(range.First, span), Last = Placed(range.Last, span), Span = span },
        ListValue list => list with { Items = [.. list.Items.Select(i => Placed(i, span))], Span = span },
        CallValue call => call with { Arguments = [.. call.Arguments.Select(a => Placed(a, span))], Span = span },
        UnaryValue unary => unary with { Operand = Placed(unary.Operand, span), Span = span },
        BinaryValue binary => binary with { Left = Placed(binary.Left, span), Right = Placed(binary.Right, span), Span = span },
        InValue member => member with { Operand = Placed(member.Operand, span), Items = [.. member.Items.Select(i => Placed(i, span))], Span = span },
        BetweenValue between => between with { Operand = Placed(between.Operand, span), Low = Placed(between.Low, span), High = Placed(between.High, span), Span = span },
        ChoiceValue choice => choice with { Condition = Placed(choice.Condition, span), Then = Placed(choice.Then, span), Else = Placed(choice.Else, span), Span = span },
        _ => value with { Span = span },
    };

    /// <summary>What a parameter is when the script is tried, where its line says so: <c># test: 50</c>. It is the script's own word, not a person's.</summary>
    Value? OfTrial(Declaration declaration)
    {
        if (options.RowLimit is null) return null;
        var text = declaration.Comments.Select(c => c.Text.TrimStart('#').TrimStart()).FirstOrDefault(t => t.StartsWith(TrialMark, StringComparison.Ordinal));
        return text is null ? null : Read(text[TrialMark.Length..].Trim());
    }

    /// <summary>A value of the language when it reads as one, else the text as it is: a shell has its own quotation marks.</summary>
    static Value OfSetting(string text)
    {
        var value = Read(text);
        if (value is ListValue list) value = list with { Items = [.. list.Items.Select(i => i with { Setting = $"{i}" })] };
        return value with { Setting = text };
    }

    static Value Read(string text) =>
        Reader.ReadValue(text) is { } value && !value.Parts().Any(p => p is ParameterValue or BlockValue) ? value : new TextValue(text, default);

    void ReadSeed(Declaration declaration, Value value)
    {
        if (value is NumberValue { Number: var number } && number == Math.Floor(number) && Math.Abs(number) < 1L << 53) Seed = (long)number;
        else diagnostics.Add(Sentences.BadSeed(declaration.Value.Span, $"{value}"));
    }
}
