using System.Numerics.Tensors;

namespace Runtime.Expressions;

/// <summary>A sign between two expressions: how it is written, how tightly it binds, what it takes and what it computes.</summary>
/// <remarks>
/// The lexer, the grammar, the printer, typing and evaluation read this table: a new sign is a line here and in the list of all.
/// </remarks>
public abstract class BinaryOperation(string symbol, int level)
{
    public static readonly BinaryOperation Or = new Logic("or", Levels.Or, TensorPrimitives.Max);
    public static readonly BinaryOperation And = new Logic("and", Levels.And, TensorPrimitives.Min);
    public static readonly BinaryOperation Equal = new Comparison<EqualTo>("==");
    public static readonly BinaryOperation NotEqual = new Comparison<UnequalTo>("!=");
    public static readonly BinaryOperation Less = new Comparison<LessThan>("<");
    public static readonly BinaryOperation LessOrEqual = new Comparison<AtMost>("<=");
    public static readonly BinaryOperation Greater = new Comparison<GreaterThan>(">");
    public static readonly BinaryOperation GreaterOrEqual = new Comparison<AtLeast>(">=");
    public static readonly BinaryOperation Add = new Arithmetic("+", Levels.Sum, TensorPrimitives.Add);
    public static readonly BinaryOperation Subtract = new Arithmetic("-", Levels.Sum, TensorPrimitives.Subtract);
    public static readonly BinaryOperation Multiply = new Arithmetic("*", Levels.Product, TensorPrimitives.Multiply);
    public static readonly BinaryOperation Divide = new Arithmetic("/", Levels.Product, TensorPrimitives.Divide);
    public static readonly BinaryOperation Remainder = new Arithmetic("%", Levels.Product, NumberKernels.Remainder);
    public static readonly BinaryOperation Power = new Arithmetic("^", Levels.Power, NumberKernels.Power, fromTheRight: true);

    public static IReadOnlyList<BinaryOperation> All { get; } =
        [Or, And, Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual, Add, Subtract, Multiply, Divide, Remainder, Power];

    public string Symbol => symbol;

    /// <summary>One of <see cref="Levels"/>; two of one level are computed from the left.</summary>
    public int Level => level;

    /// <summary>Two in a row are computed from the right, and what stands to the right may have a sign: <c>a ^ -b</c>.</summary>
    public bool FromTheRight { get; protected init; }

    public override string ToString() => symbol;

    internal abstract ExpressionType? TypeIn(Typing typing, BinaryExpression expression);
}

/// <summary>Of what holds or not.</summary>
sealed class Logic(string symbol, int level, Logic.Kernel kernel) : BinaryOperation(symbol, level)
{
    public delegate void Kernel(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, Span<byte> into);

    public TruthBlock Of(TruthBlock left, TruthBlock right) => TruthKernels.Logic(kernel, left, right);

    internal override ExpressionType? TypeIn(Typing typing, BinaryExpression expression) =>
        typing.All(ExpressionType.Truth, Symbol, expression.Left, expression.Right);
}

/// <summary>Of two numbers or two texts.</summary>
abstract class Comparison(string symbol) : BinaryOperation(symbol, Levels.Comparison)
{
    public TruthBlock Of(Expression left, Expression right, RowProgram program) => program.AreTexts(left, right)
        ? TextKernels.Comparison(this, left.Texts(program), right.Texts(program), program.Work)
        : program.TypeOf(left) == ExpressionType.Truth
        ? NumberKernels.Comparison(this, TruthKernels.Numbers(left.Truths(program)), TruthKernels.Numbers(right.Truths(program)))
        : NumberKernels.Comparison(this, left.Numbers(program), right.Numbers(program));

    /// <summary>Whether it holds for two texts.</summary>
    /// <param name="order">Negative, zero or positive, as from a comparer.</param>
    public abstract bool Holds(int order);

    public abstract void Compare(ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<byte> into);

    internal override ExpressionType? TypeIn(Typing typing, BinaryExpression expression) =>
        typing.Compared(expression, expression.Left, expression.Right);
}

/// <summary>Of numbers. A result that is not finite is missing.</summary>
sealed class Arithmetic : BinaryOperation
{
    public delegate void Kernel(ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<double> into);

    readonly Kernel kernel;

    public Arithmetic(string symbol, int level, Kernel kernel, bool fromTheRight = false) : base(symbol, level) =>
        (this.kernel, FromTheRight) = (kernel, fromTheRight);

    /// <summary>Dates differ by days, and days are added to dates.</summary>
    public NumberBlock Of(Expression left, Expression right, RowProgram program)
    {
        var (first, second) = (left.Numbers(program), right.Numbers(program));
        if (program.TypeOf(left) != ExpressionType.Time) return NumberKernels.Arithmetic(kernel, first, second);
        return program.TypeOf(right) == ExpressionType.Time
            ? NumberKernels.Map(NumberKernels.Arithmetic(kernel, first, second), t => t / FunctionCatalog.Day)
            : NumberKernels.Arithmetic(kernel, first, NumberKernels.Map(second, d => Math.Round(d * FunctionCatalog.Day)));
    }

    internal override ExpressionType? TypeIn(Typing typing, BinaryExpression expression) =>
        typing.Sum(this, expression.Left, expression.Right) ?? typing.All(ExpressionType.Number, Symbol, expression.Left, expression.Right);
}
