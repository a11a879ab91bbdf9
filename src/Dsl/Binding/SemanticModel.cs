using Dsl.Diagnostics;
using Dsl.Syntax;
using Runtime;
using Runtime.Expressions;

namespace Dsl.Binding;

/// <summary>
/// What the names of a script mean: where each is given and where it is used. The checker tells it of one step after the other.
/// </summary>
public sealed class SemanticModel
{
    readonly List<Symbol> symbols = [];

    /// <summary>What a name means now, in the table that has it. Tables have names of their own in no table.</summary>
    readonly Dictionary<Key, Symbol> meanings = [];

    internal SemanticModel(Script script)
    {
        var declared = script.Items.OfType<Declaration>().DistinctBy(d => d.Name.Text)
            .ToDictionary(d => d.Name.Text, d => Add(new Symbol(d.Name.Text, SymbolKind.Parameter, d.Name.Span)));
        foreach (var use in script.Steps.SelectMany(s => s.Arguments).SelectMany(a => a.Value.All()).Where(p => p is ParameterForm))
            if (declared.TryGetValue(((ParameterForm)use).Name, out var symbol)) symbol.Use(use.Span());
    }

    /// <summary>All of them, in the order they are made; what was there before the script when it is first used.</summary>
    public IReadOnlyList<Symbol> Symbols => symbols;

    /// <summary>What the name at a place of the script means; null when none stands there.</summary>
    public Symbol? SymbolAt(int offset) =>
        symbols.Find(s => s.Uses.Prepend(s.Definition).Any(at => at?.Holds(offset) == true));

    internal IEnumerable<Symbol> Unread => symbols.Where(s => s.NamedBy is not null && !s.IsRead);

    /// <summary>What a name means before the next step.</summary>
    internal Symbol? Meaning(string name, Shape shape) =>
        Kind(name, shape) is not { } kind ? null
        : meanings.TryGetValue(Key.Of(name, kind, shape), out var known) ? known
        : Remember(new(name, kind, null), shape);

    /// <summary>A step of which nothing is known may read everything.</summary>
    internal void ReadAll()
    {
        foreach (var symbol in meanings.Values) symbol.IsRead = true;
    }

    internal void Note(Step step, Operator op, Reads reads, Shape before, Shape after, ArgumentSpans places)
    {
        foreach (var (name, at) in Mentions(op, before, places))
            if (!symbols.Exists(s => s.Kind == SymbolKind.Parameter && s.Uses.Contains(at))) Meaning(name, before)?.Use(at);
        foreach (var ((table, name), symbol) in meanings)
        {
            var owner = (table ?? before.Name) == before.Name ? before : reads.HasTable(table!) ? before.Aside.Find(table!) : null;
            if (owner is not null && IsRead(symbol.Kind, name, reads, owner)) symbol.IsRead = true;
        }
        var gone = meanings.Keys.Where(k => k.Table == after.Name && Kind(k.Name, after) is null).ToArray();
        foreach (var key in gone) meanings.Remove(key);
        foreach (var name in after.Names)
            if (Kind(name, after) is { } kind && !meanings.ContainsKey(Key.Of(name, kind, after))
                && (Kind(name, before) is null || before.Name != after.Name))
                Remember(Made(name, kind, step, places), after);
    }

    static Symbol Made(string name, SymbolKind kind, Step step, ArgumentSpans places)
    {
        if (step.As is { } given && given.Text == name) return new Symbol(name, kind, given.Span) { NamedBy = step };
        return new Symbol(name, kind, step.Arguments.FirstOrDefault(a => a.Name?.Text == name)?.Name!.Span ?? places.Name);
    }

    Symbol Remember(Symbol symbol, Shape shape) => meanings[Key.Of(symbol.Name, symbol.Kind, shape)] = Add(symbol);

    Symbol Add(Symbol symbol)
    {
        symbols.Add(symbol);
        return symbol;
    }

    /// <summary>What carries a name: the first of column, points, model and table, since a step gives all that it makes one name.</summary>
    static SymbolKind? Kind(string name, Shape shape) =>
        shape.Columns?.Find(name) is { } column ? column.Type == ColumnType.Label ? SymbolKind.Labeling : SymbolKind.Column
        : shape.Points.Has(name) ? SymbolKind.Points
        : shape.Models.Has(name) ? SymbolKind.Model
        : shape.TableNames.Contains(name) ? SymbolKind.Table
        : null;

    static bool IsRead(SymbolKind kind, string name, Reads reads, Shape before) => reads.All
        || kind == SymbolKind.Table && (before.Name == name ? reads.AllColumns || reads.Columns.Count > 0 : reads.HasTable(name))
        || kind != SymbolKind.Table && (before.Columns?.Has(name) == true && reads.HasColumn(name)
            || before.Points.Has(name) && reads.HasPoints(name)
            || before.Models.Has(name) && reads.HasModel(name));

    /// <summary>The names that the arguments of a step hold, and where each stands.</summary>
    static IEnumerable<(string Name, Span At)> Mentions(Operator op, Shape before, ArgumentSpans places)
    {
        foreach (var parameter in Catalog.Of(op).Parameters)
        {
            var index = 0;
            foreach (var value in parameter.ValuesIn(op))
            {
                var at = places.Of(parameter.Property.Name, index++);
                if (at == places.Name) continue;
                if (value is Expression expression)
                    foreach (var part in expression.All().OfType<NameExpression>()) yield return (part.Name, part.Span());
                else if (value is ColumnRef and not ColumnChoice or LabelingRef or PointsRef or PartRef
                    || value is InputFile && before.TableNames.Contains($"{value}"))
                    yield return ($"{value}", at);
            }
        }
    }

    sealed record Key(string? Table, string Name)
    {
        public static Key Of(string name, SymbolKind kind, Shape shape) => new(kind == SymbolKind.Table ? null : shape.Name, name);
    }
}
