using System.Globalization;
using Runtime.Files;
using Runtime.Storage;
using static System.Environment;

namespace Host.CommandLine;

/// <summary>The context of a real process.</summary>
static class ThisProcess
{
    public static HostContext Context(Interrupt interrupt)
    {
        var (plain, piped) = (IsSet("NO_COLOR"), Console.IsOutputRedirected || GetEnvironmentVariable("TERM") == "dumb");
        var typed = !piped && !Console.IsInputRedirected;
        return new HostContext
        {
            Input = new(() => Console.In),
            Output = Console.Out,
            OutputBytes = Console.OpenStandardOutput(),
            Error = Console.Error,
            WorkingFolder = CurrentDirectory,
            ConfigFolder = ConfigFolder(),
            InputPiped = Console.IsInputRedirected,
            CanAsk = CanAsk,
            Interactive = !piped,
            IsUnattended = IsUnattended,
            Colour = !piped && !plain,
            ColourErrors = !Console.IsErrorRedirected && !plain,
            Window = WidthOfConsole,
            Interrupt = interrupt,
            Typing = typed ? (Keys.OfConsole(), new Screen(Console.Out.Write, SizeOfConsole, !plain)) : null,
            Pictures = typed ? Host.Display.Pictures.WayOf(GetEnvironmentVariable) : PictureWay.File,
            OpenPicture = Host.Display.Pictures.Open,
        };
    }

    static bool CanAsk => !Console.IsOutputRedirected && !Console.IsInputRedirected && !Console.IsErrorRedirected;

    /// <summary>What build servers set.</summary>
    static bool IsUnattended => IsSet("CI") && GetEnvironmentVariable("CI") != "false";

    static bool IsSet(string name) => GetEnvironmentVariable(name) is { Length: > 0 };

    static string? ConfigFolder() =>
        GetFolderPath(SpecialFolder.ApplicationData, SpecialFolderOption.DoNotVerify) is { Length: > 0 } folder
            ? Path.Combine(folder, "pipe")
            : null;

    /// <summary>What this user's runs keep.</summary>
    public static StepCache Cache => new(new StepFolder(CacheFolder.Of("steps"), CacheLimit()));

    /// <summary>In whole gigabytes, for results of steps.</summary>
    static long CacheLimit() => (long)(1 << 30) * (int.TryParse(GetEnvironmentVariable("PIPE_CACHE_GB"), NumberStyles.None,
        CultureInfo.InvariantCulture, out var limit) ? limit : 2);

    static int WidthOfConsole() =>
        Console.IsOutputRedirected || Console.WindowWidth <= 0 ? 100 : Math.Clamp(Console.WindowWidth, 40, 160);

    /// <summary>A terminal that does not know its size is taken for a usual one.</summary>
    static (int, int) SizeOfConsole() => (Console.WindowWidth, Console.WindowHeight) is ( > 0, > 0) and var size ? size : (80, 24);
}
