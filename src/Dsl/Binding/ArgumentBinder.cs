using Dsl.Diagnostics;
using Dsl.Syntax;
using Runtime;
using Runtime.Expressions;

namespace Dsl.Binding;

/// <summary>Fills one operator's arguments in, each with a value of its type that keeps its rules.</summary>
sealed class ArgumentBinder(
    Signature signature, OperatorLookup called, string source, LanguageOptions options, Parameters parameters, List<Diagnostic> diagnostics)
{
    /// <summary>After so many mistakes in one step its other values are not looked at.</summary>
    const int Most = 50;

    readonly Operator op = signature.Create();
    readonly HashSet<ParameterSignature> given = [];
    readonly HashSet<string> freeNames = [];
    readonly List<object> free = [];

    /// <summary>No value is known for some argument, though nothing is wrong with this step.</summary>
    public bool Incomplete { get; private set; }

    public ArgumentSpans Places { get; } = new(called.Name);

    /// <summary>The operator; what could not be filled in keeps its default.</summary>
    public Operator Bind()
    {
        foreach (var argument in called.Arguments.Where(a => a.Name is not null).TakeWhile(_ => diagnostics.Count < Most))
            BindNamed(argument, argument.Name!);
        if (free.Count > 0) Free!.Property.SetValue(op, ListOf(free[0].GetType(), [.. free]));
        if (LooseWords.Argument(called.Arguments, signature, given) is { } loose)
        {
            // What else is missing is told once this is right.
            diagnostics.Add(loose);
            Incomplete = true;
            return op;
        }
        BindPositional(new Queue<Argument>(called.Arguments.Where(a => a.Name is null)));
        foreach (var missing in signature.Parameters.Where(p => p.Required && !given.Contains(p)))
            diagnostics.Add(Sentences.MissingArgument(called.Name, signature.Name, missing));
        return op;
    }

    void BindNamed(Argument argument, Name name)
    {
        if (Free is { } free && (signature.Find(name.Text) ?? free) == free) AddFree(free, argument, name);
        else if (signature.Find(name.Text) is { } parameter)
        {
            if (given.Add(parameter)) Set(parameter, [argument.Value]);
            else diagnostics.Add(Sentences.RepeatedArgument(name, argument.Span, source));
        }
        else if (Condition is { } condition)
        {
            diagnostics.Add(Sentences.AssignsToCompare(name, signature.Name, source.IndexOf('=', name.Span.End)));
            given.Add(condition);
        }
        else if (MisnamedSteps.Lacking(argument, signature, called, source) is { } lacking) diagnostics.Add(lacking);
        else if (OtherNames.Argument(name.Text, signature) is var (meant, other))
        {
            var partner = called.Arguments.FirstOrDefault(a => meant.Matched && a != argument && MeansAlso(a, meant));
            if (given.Add(meant) || partner is null)
                diagnostics.Add(Misnamed.Argument(name, argument, partner, called, signature, meant, other, source));
        }
        else SayUnknown(argument, name);
    }

    void SayUnknown(Argument argument, Name name)
    {
        if (Spelling.Nearest(name.Text, signature.Parameters.Select(p => p.Name)) is { } near) given.Add(signature.Find(near)!);
        diagnostics.Add(Misnamed.UnknownArgument(name, argument.Value, signature));
    }

    bool MeansAlso(Argument argument, ParameterSignature meant) => argument.Name is { } name && signature.Find(name.Text) is null
        && OtherNames.Argument(name.Text, signature)?.Parameter == meant;

    /// <summary>The argument that takes names which the script chooses.</summary>
    ParameterSignature? Free => signature.Parameters.FirstOrDefault(p => p.FreeNames);

    void AddFree(ParameterSignature parameter, Argument argument, Name name)
    {
        given.Add(parameter);
        if (!freeNames.Add(name.Text)) diagnostics.Add(Sentences.RepeatedArgument(name, argument.Span, source));
        if (parameters.Fill(argument.Value, diagnostics) is not { } filled || Convert(parameter, filled) is not { } converted) return;
        free.Add(Activator.CreateInstance(typeof(NamedValue<>).MakeGenericType(parameter.ValueType), name.Text, converted)!);
    }

    void BindPositional(Queue<Argument> values)
    {
        foreach (var parameter in signature.Parameters.Where(p => p.Positional && !given.Contains(p)).ToArray())
        {
            if (values.Count == 0) return;
            if (GoesOn(parameter, values.Peek().Value)) continue;
            given.Add(parameter);
            if (!parameter.IsList) Set(parameter, [values.Dequeue().Value]);
            else
            {
                Set(parameter, [.. values.Select(v => v.Value)]);
                values.Clear();
            }
        }
        if (values.TryDequeue(out var extra)) Refuse(extra);
    }

    /// <summary>
    /// A choice that may be left out is, where a word stands that is none of its words and no slip of one, if another argument can take it.
    /// </summary>
    bool GoesOn(ParameterSignature parameter, Expression value)
    {
        var first = value is ListForm list ? list.Items[0] : value;
        return parameter is { IsChoice: true, Required: false } && signature.Parameters[^1] != parameter
            && signature.Parameters.Any(p => p.Positional && p != parameter && !given.Contains(p))
            && first is NameExpression { Name: var word } && !parameter.Choices.Contains(word)
                && Spelling.Nearest(word, parameter.Choices) is null && !parameter.IsCalled(word);
    }

    /// <summary>A value too many, with the likely reason.</summary>
    void Refuse(Argument extra)
    {
        var (value, span) = (extra.Value, extra.Value.Span());
        if (Free is { } free) given.Add(free);
        if (value is BinaryExpression { Left: NameExpression { Name: var name } } test && test.Operation == BinaryOperation.Equal
            && signature.Find(name) is { } meant)
        {
            given.Add(meant);
            diagnostics.Add(Sentences.ComparesArgument(span, name, test.Right.Written()));
            return;
        }
        var startsLine = source.AsSpan(0, extra.Span.Start).TrimEnd(" \t").EndsWith("\n");
        if (!startsLine && Condition is null && Free is null && WrongValues.Wanting(value, signature, given, options) is { } wanting)
        {
            given.Add(wanting);
            diagnostics.Add(Misnamed.Unnamed(extra.Span, value.Written(), signature, wanting));
            return;
        }
        RefuseExtra(extra, value, span);
    }

    void RefuseExtra(Argument extra, Expression value, Span span)
    {
        var blank = Cut.Blanks(extra.Span.Start, source);
        if (blank.Length > 0 && source.AsSpan(blank.Start, blank.Length).Contains('\n'))
            Add("Start a new step at the beginning of its line: an indented line continues the one above.",
                new Fix("Start a new step here.", [new(blank, "\n")]));
        else if (LooseWords.Meant(signature, called.Arguments, extra, source) is { } meant) diagnostics.Add(meant);
        else if (Free is not null && called.As is { } made) Add($"Write `{signature.Name} {Notation.Name(made.Text)} = {value.Written()}`.",
            new Fix("Give it the name so.", [new(extra.Span.To(made.Span), $"{Notation.Name(made.Text)} = {value.Written()}")]));
        else if (Free is not null) Add("Give it a name: `NAME = …`.");
        else if (Condition is null) Add(null, Fix.Remove(Cut.Word(extra.Span, source), value.Written()));
        else Add("Join conditions by `and` or `or`, and put spaces around operators such as `-`.",
            source[extra.Span.Start] == '-' ? [Fix.Insert(extra.Span.Start + 1, " ", "Put a space after `-`.")] : []);

        void Add(string? hint, params Fix[] fixes) =>
            diagnostics.Add(Sentences.TooManyValues(span, value.Written(), signature, hint).With(fixes));
    }

    /// <summary>What an `=` in place of `==` was meant for.</summary>
    ParameterSignature? Condition => signature.Parameters.FirstOrDefault(p => p.Positional && p.ValueType == typeof(Expression));

    void Set(ParameterSignature parameter, IEnumerable<Expression> values)
    {
        var filled = values.Select(v => parameters.Fill(v, diagnostics)).ToArray();
        Incomplete |= filled.Contains(null);
        if (filled.Contains(null)) return;
        var whole = filled[0]!;
        if (!parameter.IsList && whole is ListForm && ArgumentTypes.Of(parameter).Convert(whole, options) is null)
        {
            Places.Add(parameter.Property.Name, whole.Span());
            diagnostics.Add(Sentences.OneValue(whole.Span(), parameter, whole.Written(), ((ListForm)whole).Items.Select(i => i.Written())));
            return;
        }
        Expression[] items = parameter.IsList ? [.. filled.SelectMany(v => v is ListForm list ? list.Items : [v!])] : [whole];
        var converted = new object?[items.Length];
        for (var i = 0; i < items.Length && diagnostics.Count < Most; i++) converted[i] = Convert(parameter, items[i]);
        if (converted.Contains(null)) return;
        parameter.Property.SetValue(op, parameter.IsList ? ListOf(parameter.ValueType, converted) : converted[0]);
    }

    /// <summary>The value as the parameter's type; null when it is not, or breaks a rule.</summary>
    object? Convert(ParameterSignature parameter, Expression value)
    {
        Places.Add(parameter.Property.Name, value.Span());
        if (ArgumentTypes.Of(parameter).Numeric) value = Folding.Of(value);
        var converted = ArgumentTypes.Of(parameter).Convert(value, options);
        if (converted is null) diagnostics.Add(WrongValues.Of(signature, parameter, value, given));
        if (converted is null) return null;
        foreach (var rule in parameter.Rules.Where(r => !r.HoldsFor(converted)))
        {
            diagnostics.Add(Sentences.RuleBroken(value.Span(), parameter, rule, value.Written()));
            return null;
        }
        return converted;
    }

    static object ListOf(Type type, object?[] items)
    {
        var array = Array.CreateInstance(type, items.Length);
        items.CopyTo(array, 0);
        return Activator.CreateInstance(typeof(ValueList<>).MakeGenericType(type), array)!;
    }
}
