using Dsl.Diagnostics;
using Dsl.Syntax;
using Runtime;

namespace Dsl.Binding;

/// <summary>Names that a script gives and that no step reads.</summary>
sealed class Unused
{
    readonly List<Name> given = [];

    /// <summary>Notes what a step reads of those before it.</summary>
    public void Note(Reads reads, Shape before) => given.RemoveAll(name => IsRead(name.Text, reads, before));

    /// <summary>Notes a name that a step gives to what it makes.</summary>
    public void Give(Name name) => given.Add(name);

    public IEnumerable<Diagnostic> Found => given.Select(n => Sentences.Unused(n.Span, n.Text));

    static bool IsRead(string name, Reads reads, Shape before) => reads.All
        || before.Columns?.Has(name) == true && reads.HasColumn(name)
        || before.Points.Has(name) && reads.HasPoints(name)
        || before.Models.Has(name) && reads.HasModel(name)
        || before.Aside.Has(name) && reads.HasTable(name)
        || before.Name == name && (reads.AllColumns || reads.Columns.Count > 0);
}
