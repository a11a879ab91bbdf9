namespace Runtime.Expressions;

/// <summary>
/// An expression as data: Dsl parses text into it, C# may build it, operators evaluate it. Each form is a file: what it
/// is made of, how it is written, what type it has and how it is computed. Where it was written is no part of it.
/// </summary>
public abstract record Expression
{
    /// <summary>The expressions it is made of, in the order they are written.</summary>
    public virtual IReadOnlyList<Expression> Parts => [];

    /// <summary>The same expression with each of its parts replaced.</summary>
    public virtual Expression Map(Func<Expression, Expression> replace) => this;

    /// <summary>The expression and everything in it.</summary>
    public IEnumerable<Expression> All()
    {
        var open = new Stack<Expression>([this]);
        while (open.TryPop(out var next))
        {
            yield return next;
            foreach (var part in next.Parts) open.Push(part);
        }
    }

    /// <summary>How tightly it binds: one of <see cref="Levels"/>.</summary>
    public virtual int Level => Levels.Single;

    /// <summary>The expression as one would write it, with the parentheses it needs.</summary>
    /// <param name="around">How tightly what stands around it binds.</param>
    public string Show(int around = Levels.Choice) => Level < around ? $"({Print()})" : Print();

    public sealed override string ToString() => Show();

    protected abstract string Print();

    protected static string List(IEnumerable<Expression> expressions) => string.Join(", ", expressions.Select(e => e.Show()));

    /// <summary>The type, or null when something is wrong (which has then been told to <paramref name="typing"/>).</summary>
    internal virtual ExpressionType? TypeIn(Typing typing) => throw new InvalidOperationException($"`{Show()}` is no expression.");

    internal virtual NumberBlock Numbers(RowProgram program) => throw new InvalidOperationException($"`{Show()}` is not a number.");

    internal virtual TruthBlock Truths(RowProgram program) => throw new InvalidOperationException($"`{Show()}` is not true or false.");

    internal virtual TextProgram Texts(RowProgram program) => throw new InvalidOperationException($"`{Show()}` is not text.");
}
