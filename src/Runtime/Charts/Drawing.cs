using System.Xml;

namespace Runtime.Charts;

/// <summary>A picture that other code has drawn, as it is: what is in it, nobody here knows.</summary>
/// <param name="Name">Short and fit for a file name.</param>
/// <param name="Title">What it shows, for people; names may stand in back-ticks.</param>
/// <param name="Svg">A whole SVG document.</param>
public sealed record Drawing(string Name, string Title, string Svg) : Result
{
    /// <summary>The same as pixels, where whoever drew it has made these, too.</summary>
    public byte[]? Png { get; init; }

    /// <summary>Of a figure: what was drawn, as <see cref="FigureJson"/> writes it.</summary>
    public byte[]? Figure { get; init; }

    /// <exception cref="Refusal">The text is no SVG document.</exception>
    public static Drawing Of(string name, string title, string svg)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(svg), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
            if (reader.MoveToContent() == XmlNodeType.Element && reader.LocalName == "svg")
            {
                while (reader.Read()) { }
                return new Drawing(name, title, svg);
            }
        }
        catch (XmlException e)
        {
            throw NoSvg(name, $": {e.Message.TrimEnd('.')}");
        }
        throw NoSvg(name, "");
    }

    static Refusal NoSvg(string name, string why) =>
        new($"The drawing `{name}` is no SVG{why}.", "Give a whole document that starts with `<svg`.");
}
