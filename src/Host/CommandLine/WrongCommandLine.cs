namespace Host.CommandLine;

/// <summary>The command line cannot be meant: what is wrong with it and what to do.</summary>
sealed class WrongCommandLine(string text, string? hint = null) : Exception(text)
{
    public string? Hint => hint;
}
