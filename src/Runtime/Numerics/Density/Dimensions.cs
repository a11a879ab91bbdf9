namespace Runtime.Numerics.Density;

/// <summary>A number of dimensions as a type, so that the JIT makes kernels for it with their loops unrolled.</summary>
interface IDimensions
{
    /// <summary>1…10; 0 when it is only known at run time.</summary>
    static abstract int Fixed { get; }
}

readonly struct AnyDimensions : IDimensions
{
    public static int Fixed => 0;
}

readonly struct Dimensions2 : IDimensions
{
    public static int Fixed => 2;
}

readonly struct Dimensions3 : IDimensions
{
    public static int Fixed => 3;
}

readonly struct Dimensions4 : IDimensions
{
    public static int Fixed => 4;
}

readonly struct Dimensions5 : IDimensions
{
    public static int Fixed => 5;
}

readonly struct Dimensions6 : IDimensions
{
    public static int Fixed => 6;
}

readonly struct Dimensions7 : IDimensions
{
    public static int Fixed => 7;
}

readonly struct Dimensions8 : IDimensions
{
    public static int Fixed => 8;
}

readonly struct Dimensions9 : IDimensions
{
    public static int Fixed => 9;
}

readonly struct Dimensions10 : IDimensions
{
    public static int Fixed => 10;
}
