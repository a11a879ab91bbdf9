namespace Runtime.Expressions;

/// <summary><c>noise(dense)</c>.</summary>
public sealed record CallExpression(string Function, ValueList<Expression> Arguments) : Expression
{
    public override IReadOnlyList<Expression> Parts => Arguments;

    public override Expression Map(Func<Expression, Expression> replace) => this with { Arguments = [.. Arguments.Select(replace)] };

    /// <summary>Whether it asks for a figure of a study, by its form: it speaks of names, or there is no such function.</summary>
    public bool IsFigure => FunctionCatalog.Find(Function) is null
        || (Arguments.Count > 0 && Arguments.All(a => a is NameExpression { IsOfStudy: false }));

    protected override string Print() => $"{Function}({List(Arguments)})";

    internal override ExpressionType? TypeIn(Typing typing)
    {
        if (typing.Figures is { } figures && IsFigure) return figures(this);
        if (FunctionCatalog.Find(Function) is not { } function) return NoFunction(typing);
        if (function.BodyFor(Arguments.Count) is ColumnFunction or SeriesFunction && typing.Figures is not null)
            return typing.Complain(this, $"`{function.Name}` is about the rows of a column, and there are none here.",
                "Write a figure of an earlier step such as `noise(NAME)`, or `derive` a column.");
        if (!function.Takes(Arguments.Count)) return WrongCount(typing, function);
        var (fine, first) = (true, Arguments.Count > 0 ? typing.Of(Arguments[0]) : null);
        var dates = function.OfDates && first == ExpressionType.Time;
        for (var i = 0; i < Arguments.Count && function.Parameters.Length > 0; i++)
        {
            var parameter = function.At(i)!;
            if (dates && !parameter.Constant) parameter = parameter with { Type = ExpressionType.Time };
            fine &= Fits(typing, Arguments[i], i == 0 ? first : typing.Of(Arguments[i]), function, parameter);
        }
        return !fine || !HasDates(typing, function) ? null : dates ? ExpressionType.Time : function.Result;
    }

    ExpressionType? WrongCount(Typing typing, Function function)
    {
        foreach (var argument in Arguments) typing.Of(argument);
        var most = function.Parameters.Length;
        var instead = function.Else?.With([.. Arguments.Select(a => a.Show(Levels.Single))])
            ?? (Arguments.Count > most ? (this with { Arguments = [.. Arguments.Take(most)] }).Show() : null);
        return typing.Complain(this, $"`{function.Name}` does not take {Wording.Plural(Arguments.Count, "value")}.",
            $"Write `{instead ?? function.Usage}`.", instead);
    }

    internal override NumberBlock Numbers(RowProgram program)
    {
        switch (FunctionCatalog.Find(Function)!.BodyFor(Arguments.Count))
        {
            case MeasureFunction measure: return TextKernels.Measure(measure, Arguments[0].Texts(program), program.Work);
            case DateFunction date:
                var read = date(Arguments.Count > 1 ? ((TextLiteral)Arguments[1]).Value : null);
                return TextKernels.Measure(t => read(t), Arguments[0].Texts(program), program.Work);
            case NumberFunction ofRow: return NumberKernels.Call(ofRow, [.. Arguments.Select(a => a.Numbers(program))]);
            case var ofColumn:
                double[] constants = [.. Arguments.Skip(1).Select(a => ((NumberLiteral)a).Value)];
                NumberBlock argument = Arguments.Count > 0 ? Values(program) : (_, into) => into.Clear();
                return program.OfColumn(ofColumn, argument, constants);
        }
    }

    /// <summary>Of what is no number, only whether it is there.</summary>
    NumberBlock Values(RowProgram program) => program.TypeOf(Arguments[0]) switch
    {
        ExpressionType.Text => NumberKernels.OfPresent(TextKernels.Missing(Arguments[0].Texts(program), false)),
        ExpressionType.Truth => NumberKernels.OfPresent(TruthKernels.Missing(Arguments[0].Truths(program), false)),
        _ => Arguments[0].Numbers(program),
    };

    internal override TruthBlock Truths(RowProgram program) => TextKernels.Test(
        (TestFunction)FunctionCatalog.Find(Function)!.Body, Arguments[0].Texts(program), Arguments[1].Texts(program), program.Work);

    internal override TextProgram Texts(RowProgram program) => FunctionCatalog.Find(Function)!.Body switch
    {
        EditFunction edit => Arguments[0].Texts(program).Select(new TextFunction(edit([.. Arguments.Skip(1)]))),
        NumberTextFunction when program.TypeOf(Arguments[0]) == ExpressionType.Time =>
            TextProgram.Of(program.Whole(Arguments[0].Numbers(program)), Written(program).Show),
        NumberTextFunction text => TextProgram.Of(program.Whole(Arguments[0].Numbers(program)), x => text(x)),
        var body => Arguments[0].Texts(program).Select((TextFunction)body),
    };

    /// <summary>How the dates of its first argument are written: as it says, else as they are.</summary>
    TimeForm Written(RowProgram program) => Arguments.Count > 1 ? new(((TextLiteral)Arguments[1]).Value) : program.FormOf(Arguments[0]);

    /// <summary>The format of the dates that it gives.</summary>
    internal TimeForm? Form => FunctionCatalog.Find(Function)?.Body is not DateFunction ? null
        : Arguments.Count > 1 ? new(((TextLiteral)Arguments[1]).Value) : TimeForm.Iso[0];

    /// <summary>Only dates are written in a format.</summary>
    bool HasDates(Typing typing, Function function)
    {
        if (function.At(0) is not { OrDate: true } || Arguments.Count < 2 || typing.Of(Arguments[0]) == ExpressionType.Time) return true;
        typing.Complain(Arguments[1], $"`{Arguments[0].Show()}` is a number, and only dates have a format.",
            $"Write `{function.Name}({Arguments[0].Show()})`.", (this with { Arguments = [Arguments[0]] }).Show());
        return false;
    }

    ExpressionType? NoFunction(Typing typing)
    {
        var (hint, instead) = Meant();
        if (Arguments is [var text, TextLiteral pattern] && LikePattern.Written(Function, text.Show(Levels.Sum), pattern.Value) is { } like)
            (hint, instead) = ($"Write `{like}`.", like);
        typing.Complain(this, $"There is no function `{Function}`.", hint, instead, MistakeKind.UnknownFunction);
        foreach (var argument in Arguments) typing.Of(argument);
        return null;
    }

    /// <summary>What to write: an other name comes before a slip of spelling.</summary>
    (string Hint, string? Instead) Meant()
    {
        if (FunctionCatalog.Meant(Function)?.Name is { } called)
            return ($"Did you mean `{called}`?", (this with { Function = called }).Show());
        if (OtherForm.Find(Function) is { } form)
        {
            var instead = form.With([.. Arguments.Select(a => a.Show(form.Around))]);
            return ($"Write `{instead ?? form.Usage}`.", instead);
        }
        var near = Spelling.Nearest(Function, FunctionCatalog.Functions.Names);
        return near is null ? ("`pipe help functions` lists all there are.", null)
            : ($"Did you mean `{near}`?", (this with { Function = near }).Show());
    }

    bool Fits(Typing typing, Expression argument, ExpressionType? given, Function function, FunctionParameter parameter)
    {
        if (given is not { } type) return false;
        var fits = type == parameter.Type || parameter.OfAny || parameter.OrDate && type == ExpressionType.Time;
        if (!fits && argument == Arguments[0] && Casts.Of(this, type) is { } cast)
            return typing.Complain(cast.About, cast.Text, cast.Hint, cast.Instead) is not null;
        if (!fits) return typing.IsOf(argument, type, parameter.Type, $"`{function.Name}` takes {Typing.Noun(parameter.Type)} there", null);
        if (!parameter.Constant) return true;
        var wrong = argument is NumberLiteral or TextLiteral ? parameter.Wrong(argument)
            : $"is not the same for every row, as `{parameter.Name}` must be";
        if (wrong is not null)
            typing.Complain(argument, $"`{argument.Show()}` {wrong}.", $"Write `{function.Usage}`, for example `{function.Example}`.");
        return wrong is null;
    }
}
