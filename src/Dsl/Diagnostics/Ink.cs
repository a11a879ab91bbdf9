namespace Dsl.Diagnostics;

/// <summary>Colours of a terminal (ECMA-48 sequences), or none.</summary>
sealed class Ink(bool on, bool isError)
{
    public string Strong(string text) => Paint(text, isError ? "1;31" : "1;33");

    public string Bold(string text) => Paint(text, "1");

    public string Dim(string text) => Paint(text, "34");

    public string Hint(string text) => Paint(text, "36");

    string Paint(string text, string style) => on ? $"\e[{style}m{text}\e[0m" : text;
}
