using System.Text;

namespace Host;

/// <summary>
/// Where a person reads what the program says: text alone gets through. Whatever a terminal would obey is spelled out, wherever it came
/// from, so that no door can forget it.
/// </summary>
sealed class PlainWriter : TextWriter
{
    readonly TextWriter inked;

    PlainWriter(TextWriter inked) => (this.inked, NewLine) = (inked, inked.NewLine);

    public static PlainWriter Over(TextWriter writer) => writer as PlainWriter ?? new PlainWriter(writer);

    /// <summary>The way for what has made its text safe itself and paints it: ECMA-48 sequences pass.</summary>
    public static TextWriter Inked(TextWriter writer) => Over(writer).inked;

    public override Encoding Encoding => inked.Encoding;

    public override void Write(char value) => Write([value]);

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Write(buffer.ToString());

    public override void Write(string? value)
    {
        if (value is not null) inked.Write(value == NewLine ? value : Printable.Lines(value));
    }

    public override void WriteLine(string? value)
    {
        Write(value);
        inked.WriteLine();
    }

    public override void Flush() => inked.Flush();
}
