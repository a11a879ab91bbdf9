namespace Host;

/// <summary>What this program is.</summary>
static class Product
{
    public static string Version { get; } =
        typeof(Product).Assembly.GetName().Version is { } version ? version.ToString(3) : "0.0.0";
}
