using Dsl.Diagnostics;
using Dsl.Syntax;
using Runtime;

namespace Dsl.Binding;

/// <summary>Where the operator's name and each of its arguments' values stand.</summary>
sealed class ArgumentSpans(Span name)
{
    readonly Dictionary<string, List<Span>> values = [];

    public Span Name => name;

    public void Add(string property, Span span)
    {
        if (!values.TryGetValue(property, out var spans)) values[property] = spans = [];
        spans.Add(span);
    }

    /// <summary>The value of a property (and which of them); the operator's name when it was not given.</summary>
    public Span Of(string? property, int index = 0) =>
        property is not null && values.TryGetValue(property, out var spans) ? spans[Math.Clamp(index, 0, spans.Count - 1)] : name;

    /// <summary>Where a complaint belongs: the part of an expression that it is about, the place that it knows, or the argument.</summary>
    public Span Of(Complaint complaint) =>
        complaint.About is { } part ? part.Span()
        : complaint.At is { } at ? new Span(at.Start, at.Length)
        : Of(complaint.Argument, complaint.Index);
}
