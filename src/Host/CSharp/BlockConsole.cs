using System.Text;

namespace Host.CSharp;

/// <summary>What a block knows as the console: every line that is written to it is a sentence of the step.</summary>
public sealed class BlockConsole(Action<string> say) : TextWriter
{
    readonly StringBuilder line = new();

    public TextWriter Out => this;

    public TextWriter Error => this;

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        lock (line)
        {
            if (value == '\n') Say();
            else if (value != '\r') line.Append(value);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (line.Length > 0) Say();
        base.Dispose(disposing);
    }

    void Say()
    {
        var text = line.ToString();
        line.Clear();
        say(text);
    }
}
