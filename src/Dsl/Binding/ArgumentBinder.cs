using Dsl.Diagnostics;
using Dsl.Syntax;
using Runtime;
using Runtime.Expressions;

namespace Dsl.Binding;

/// <summary>Fills one operator's arguments in, each with a value of its type that keeps its rules.</summary>
sealed class ArgumentBinder(Signature signature, OperatorLookup called, Step step, LanguageOptions options, Parameters parameters, List<Diagnostic> diagnostics)
{
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
        foreach (var argument in called.Arguments.Where(a => a.Name is not null)) BindNamed(argument.Name!, argument.Value);
        BindPositional(new Queue<Expression>(called.Arguments.Where(a => a.Name is null).Select(a => a.Value)));
        foreach (var missing in signature.Parameters.Where(p => p.Required && !given.Contains(p)))
            diagnostics.Add(Sentences.MissingArgument(called.Name, signature.Name, missing));
        return op;
    }

    void BindNamed(Name name, Expression value)
    {
        if (Free is { } free && (signature.Find(name.Text) ?? free) == free) AddFree(free, name, value);
        else if (signature.Find(name.Text) is not { } parameter)
        {
            var condition = Condition;
            string[] known = [.. signature.Parameters.Select(p => p.Name)];
            diagnostics.Add(Sentences.UnknownArgument(name.Span, name.Text, signature.Name, known, condition is not null));
            if (condition is not null) given.Add(condition);
        }
        else if (given.Add(parameter)) Set(parameter, [value]);
        else diagnostics.Add(Sentences.RepeatedArgument(name.Span, name.Text));
    }

    /// <summary>The argument that takes names which the script chooses.</summary>
    ParameterSignature? Free => signature.Parameters.FirstOrDefault(p => p.FreeNames);

    void AddFree(ParameterSignature parameter, Name name, Expression value)
    {
        given.Add(parameter);
        if (freeNames.Contains(name.Text)) diagnostics.Add(Sentences.RepeatedArgument(name.Span, name.Text));
        freeNames.Add(name.Text);
        if (parameters.Fill(value, diagnostics) is not { } filled || Convert(parameter, filled) is not { } converted) return;
        free.Add(Activator.CreateInstance(typeof(NamedValue<>).MakeGenericType(parameter.ValueType), name.Text, converted)!);
        parameter.Property.SetValue(op, ListOf(free[0].GetType(), [.. free]));
    }

    void BindPositional(Queue<Expression> values)
    {
        foreach (var parameter in signature.Parameters.Where(p => p.Positional && !given.Contains(p)).ToArray())
        {
            if (values.Count == 0) return;
            given.Add(parameter);
            if (!parameter.IsList) Set(parameter, [values.Dequeue()]);
            else
            {
                Set(parameter, [.. values]);
                values.Clear();
            }
        }
        if (values.TryDequeue(out var extra)) Refuse(extra);
    }

    /// <summary>A value too many, with the likely reason.</summary>
    void Refuse(Expression extra)
    {
        if (Free is { } free) given.Add(free);
        if (extra is BinaryExpression { Left: NameExpression { Name: var name } } test && test.Operation == BinaryOperation.Equal && signature.Find(name) is { } meant)
        {
            given.Add(meant);
            diagnostics.Add(Sentences.ComparesArgument(extra.Span(), name, test.Right.Written()));
            return;
        }
        string[] positional = [.. signature.Parameters.Where(p => p.Positional).Select(p => p.Name)];
        var nextLine = step.Text.AsSpan(0, Math.Clamp(extra.Span().Start - step.Span.Start, 0, step.Text.Length)).Contains('\n');
        diagnostics.Add(Sentences.TooManyValues(extra.Span(), extra.Written(), signature.Name, positional, nextLine, Condition is not null, Free is not null));
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
            diagnostics.Add(Sentences.OneValue(whole.Span(), parameter));
            return;
        }
        Expression[] items = parameter.IsList ? [.. filled.SelectMany(v => v is ListForm list ? list.Items : [v!])] : [whole];
        var converted = items.Select(i => Convert(parameter, i)).ToArray();
        if (converted.Contains(null)) return;
        parameter.Property.SetValue(op, parameter.IsList ? ListOf(parameter.ValueType, converted) : converted[0]);
    }

    /// <summary>The value as the parameter's type; null when it is not, or breaks a rule.</summary>
    object? Convert(ParameterSignature parameter, Expression value)
    {
        Places.Add(parameter.Property.Name, value.Span());
        if (ArgumentTypes.Of(parameter).Numeric) value = Folding.Of(value);
        var converted = ArgumentTypes.Of(parameter).Convert(value, options);
        if (converted is null)
        {
            diagnostics.Add(WhyNot(parameter, value));
            return null;
        }
        if (converted is InputFile file && value.Origin().Setting is null && !Paths.IsReadable(file, options))
        {
            diagnostics.Add(Sentences.NotReadable(value.Span(), file.Written, Paths.FolderOf(file, options)));
            return null;
        }
        foreach (var rule in parameter.Rules.Where(r => !r.HoldsFor(converted)))
        {
            diagnostics.Add(Sentences.RuleBroken(value.Span(), parameter, rule, value.Written()));
            return null;
        }
        return converted;
    }

    static Diagnostic WhyNot(ParameterSignature parameter, Expression value) => value switch
    {
        NameExpression word when parameter.ValueType.IsEnum => Sentences.UnknownChoice(value.Span(), parameter, word.Name),
        RangeForm { First: NumberLiteral first, Last: NumberLiteral last } when parameter.ValueType == typeof(Interval) && first.Value > last.Value =>
            Sentences.BackwardRange(value.Span(), value.Written(), $"{last.Written()}..{first.Written()}"),
        _ => Sentences.WrongType(value.Span(), parameter, value.Written()),
    };

    static object ListOf(Type type, object?[] items)
    {
        var array = Array.CreateInstance(type, items.Length);
        items.CopyTo(array, 0);
        return Activator.CreateInstance(typeof(ValueList<>).MakeGenericType(type), array)!;
    }
}
