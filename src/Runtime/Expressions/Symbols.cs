using System.Globalization;
using System.Text.RegularExpressions;

namespace Runtime.Expressions;

/// <summary>Expressions as text, the way a script writes them.</summary>
public static partial class Symbols
{
    /// <summary>Words that mean something in an expression; a column of such a name stands between back-ticks.</summary>
    public static readonly IReadOnlyCollection<string> Keywords = ["and", "or", "not", "as", "in", "between", "is", "if", "then", "else"];

    [GeneratedRegex(@"^[\p{L}_][\p{L}\p{Nd}_]*([./:~*\\-][\p{L}\p{Nd}_]+)*$", RegexOptions.NonBacktracking)]
    static partial Regex Bare { get; }

    public static string Of(Expression expression) => expression switch
    {
        UnaryExpression unary => unary.Operation == UnaryOperation.Not ? "not" : "-",
        BinaryExpression binary => Of(binary.Operation),
        _ => "",
    };

    public static string Of(BinaryOperation operation) => operation switch
    {
        BinaryOperation.Or => "or",
        BinaryOperation.And => "and",
        BinaryOperation.Equal => "==",
        BinaryOperation.NotEqual => "!=",
        BinaryOperation.Less => "<",
        BinaryOperation.LessOrEqual => "<=",
        BinaryOperation.Greater => ">",
        BinaryOperation.GreaterOrEqual => ">=",
        BinaryOperation.Add => "+",
        BinaryOperation.Subtract => "-",
        BinaryOperation.Multiply => "*",
        BinaryOperation.Divide => "/",
        _ => "%",
    };

    /// <summary>The expression as one would write it, with the parentheses it needs.</summary>
    public static string Show(this Expression expression) => Show(expression, 0);

    static string Show(Expression expression, int around)
    {
        var level = Level(expression);
        var text = expression switch
        {
            NumberLiteral number => number.Value.ToString("R", CultureInfo.InvariantCulture),
            TextLiteral literal => $"\"{literal.Value.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n")}\"",
            NameExpression { Name: var name } => Bare.IsMatch(name) && !Keywords.Contains(name) ? name : $"`{name}`",
            CallExpression call => $"{call.Function}({List(call.Arguments)})",
            UnaryExpression { Operation: UnaryOperation.Not } not => $"not {Show(not.Operand, level)}",
            UnaryExpression { Operation: UnaryOperation.Negate } negation => $"-{Show(negation.Operand, level)}",
            UnaryExpression test => $"{Show(test.Operand, level)} {(test.Operation == UnaryOperation.IsMissing ? "is missing" : "is not missing")}",
            BinaryExpression binary => $"{Show(binary.Left, level)} {Of(binary.Operation)} {Show(binary.Right, level + 1)}",
            InExpression member => $"{Show(member.Operand, level)} in ({List(member.Items)})",
            BetweenExpression between => $"{Show(between.Operand, level)} between {Show(between.Low, level + 1)} and {Show(between.High, level + 1)}",
            ConditionalExpression choice => $"if {Show(choice.Condition, 0)} then {Show(choice.Then, 0)} else {Show(choice.Else, 0)}",
            _ => throw new InvalidOperationException($"No text for {expression.GetType().Name}."),
        };
        return level < around ? $"({text})" : text;
    }

    static string List(IEnumerable<Expression> expressions) => string.Join(", ", expressions.Select(e => Show(e, 0)));

    /// <summary>How tightly it binds: choice, or, and, not, comparison, sum, product, sign, single value.</summary>
    static int Level(Expression expression) => expression switch
    {
        ConditionalExpression => 0,
        BinaryExpression { Operation: BinaryOperation.Or } => 1,
        BinaryExpression { Operation: BinaryOperation.And } => 2,
        UnaryExpression { Operation: UnaryOperation.Not } => 3,
        UnaryExpression { Operation: UnaryOperation.Negate } => 7,
        UnaryExpression or InExpression or BetweenExpression or BinaryExpression { Operation: <= BinaryOperation.GreaterOrEqual } => 4,
        BinaryExpression { Operation: BinaryOperation.Add or BinaryOperation.Subtract } => 5,
        BinaryExpression => 6,
        _ => 8,
    };
}
