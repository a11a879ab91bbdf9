namespace Runtime.Expressions;

/// <summary>
/// How tightly the forms of expressions bind, from loose to tight. What binds looser than its place stands in parentheses.
/// </summary>
public static class Levels
{
    public const int Choice = 0;
    public const int Or = 1;
    public const int And = 2;
    public const int Not = 3;
    public const int Comparison = 4;
    public const int Sum = 5;
    public const int Product = 6;
    public const int Sign = 7;
    public const int Power = 8;
    public const int Single = 9;
}
