namespace Runtime;

/// <summary>
/// A step with names in the place of its choices of columns, and which of the values that were written each name comes from.
/// </summary>
/// <remarks>Where it is not known yet what a choice stands for, the argument is left as it is: a check then knows less.</remarks>
sealed class ChosenColumns
{
    readonly Operator written;
    readonly Dictionary<string, int[]> origins = [];

    ChosenColumns(Operator written) => (this.written, Step) = (written, written);

    public Operator Step { get; private set; }

    public static ChosenColumns In(Operator op, Shape before)
    {
        var chosen = new ChosenColumns(op);
        var signature = Catalog.Of(op);
        foreach (var parameter in signature.Parameters.Where(p => p.TakesColumns))
        {
            var except = parameter == signature.Narrowed ? op.Except : [];
            if (parameter.FreeNames) chosen.Rename(parameter, before);
            else if (except.Count > 0 || parameter.ValuesIn(op).Any(v => v is ColumnChoice)) chosen.Choose(parameter, except, before);
        }
        return chosen;
    }

    /// <summary>A complaint about the step, as one about what was written.</summary>
    public Complaint Told(Complaint complaint)
    {
        if (complaint.Argument is not { } argument || origins.GetValueOrDefault(argument) is not { } indices
            || complaint.Index >= indices.Length) return complaint;
        var index = indices[complaint.Index];
        var isName = Catalog.Of(written).Parameters.First(p => p.Property.Name == argument).ValuesIn(written).ElementAtOrDefault(index)
            is ColumnRef and not ColumnChoice;
        // What a choice brought cannot be put right by taking the choice away.
        return complaint with { Index = index, Remedies = isName ? complaint.Remedies : [] };
    }

    void Choose(ParameterSignature parameter, ValueList<ColumnRef> except, Shape before)
    {
        ColumnRef[] given = [.. parameter.ValuesIn(written).Cast<ColumnRef>()];
        if (given.Length == 0) given = [ColumnChoice.All];
        if (given.Concat(except).Any(g => Lookup.IsOpen(g, parameter, before))) return;
        var left = except.SelectMany(e => Lookup.Columns(e, parameter, before)).ToHashSet();
        var taken = new HashSet<string>();
        var chosen = given.SelectMany((g, i) => Lookup.Columns(g, parameter, before)
            .Where(name => g is ColumnChoice ? !left.Contains(name) && taken.Add(name) : taken.Add(name) || true)
            .Select(name => (Column: g is MatchedColumn ? g : new ColumnRef(name), From: i))).ToArray();
        Set(parameter, (ValueList<ColumnRef>)[.. chosen.Select(c => c.Column)], [.. chosen.Select(c => c.From)]);
    }

    /// <summary>A name for each column that fits a pattern: what its star stands for goes where the new name has one.</summary>
    void Rename(ParameterSignature parameter, Shape before)
    {
        var given = ((ValueList<NamedValue<ColumnRef>>)parameter.Property.GetValue(written)!).ToArray();
        if (!given.Any(g => g.Value is ColumnChoice) || given.Any(g => Lookup.IsOpen(g.Value, parameter, before))) return;
        var chosen = given.SelectMany((g, i) => Lookup.Columns(g.Value, parameter, before).Select(name => (
            New: g.Value is ColumnChoice pattern ? g.Name.Replace("*", pattern.Star(name)) : g.Name, Old: name, From: i))).ToArray();
        Set(parameter, (ValueList<NamedValue<ColumnRef>>)[.. chosen.Select(c => new NamedValue<ColumnRef>(c.New, new(c.Old)))],
            [.. chosen.Select(c => c.From)]);
    }

    void Set(ParameterSignature parameter, object value, int[] from)
    {
        if (ReferenceEquals(Step, written)) Step = written with { };
        parameter.Property.SetValue(Step, value);
        origins[parameter.Property.Name] = from;
    }
}
