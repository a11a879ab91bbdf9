namespace Host;

/// <summary>What the process tells the shell.</summary>
public static class ExitCode
{
    public const int Fine = 0;

    public const int ScriptFailed = 1;

    public const int WrongCommandLine = 2;

    public const int Cancelled = 130;
}
