namespace Runtime;

/// <summary>What holds for every operator, from its declaration: its rules, the names its arguments speak of, what it promised.</summary>
static class Contract
{
    /// <summary>What a person will read of one step.</summary>
    const int MostComplaints = 50;

    /// <summary>Tells what is wrong with a step before its own check is asked.</summary>
    public static void Hold(Operator op, Shape before, CheckContext check)
    {
        var signature = Catalog.Of(op);
        foreach (var parameter in signature.Parameters) HoldRules(op, parameter, check);
        if (IsLacking(op, signature, before, check)) return;
        foreach (var parameter in signature.Parameters) LookUp(op, parameter, before, check);
        if (op.As is { } name && before.Meaning(name) is { } meaning && !before.IsVague(name))
            check.Add(Complaints.NameTaken(meaning, before.Free(name)));
    }

    /// <summary>
    /// Each thing that is not there costs a look at all that is: beyond so many it is only said how many were not looked at.
    /// </summary>
    static void LookUp(Operator op, ParameterSignature parameter, Shape before, CheckContext check)
    {
        object[] values = [.. parameter.ValuesIn(op)];
        for (var index = 0; index < values.Length; index++)
        {
            if (check.Complaints.Count >= MostComplaints)
            {
                check.Add(Complaints.NotLookedAt(parameter, values.Length - index, index));
                return;
            }
            Lookup.Check(values[index], parameter, index, before, check);
        }
    }

    static void HoldRules(Operator op, ParameterSignature parameter, CheckContext check)
    {
        if (parameter.Required && parameter.Property.GetValue(op) is null or "") check.Add(Complaints.NotGiven(parameter));
        var index = 0;
        foreach (var value in parameter.ValuesIn(op))
        {
            if (parameter.Rules.FirstOrDefault(r => !r.HoldsFor(value)) is { } broken)
                check.Add(Complaints.RuleBroken(parameter, broken, value, index));
            index++;
        }
    }

    static bool IsLacking(Operator op, Signature signature, Shape before, CheckContext check)
    {
        var lacking = signature.Needs == Needs.Table && !before.HasTable ? Complaints.NoTable(signature.Name)
            : signature.Needs == Needs.Points && before.Current is null && !before.AnyName && !TellsPoints(op, signature)
                ? Complaints.NoPoints(signature.Name, before)
            : null;
        if (lacking is not null) check.Add(lacking);
        return lacking is not null;
    }

    /// <summary>What the arguments of a step name.</summary>
    public static Reads Named(Operator op, Shape before)
    {
        var signature = Catalog.Of(op);
        var reads = Reads.Nothing;
        foreach (var parameter in signature.Parameters)
        {
            var values = parameter.ValuesIn(op).ToArray();
            if (values.Length == 0 && parameter.AllByDefault) reads = reads.And(AllOf(parameter, before));
            // Thousands of names at once, not one after the other.
            string[] names = [.. values.OfType<ColumnRef>().Where(c => c is not ColumnChoice).Select(c => c.Name)];
            if (names.Length > 0) reads = reads.And(new() { Columns = new(names) });
            foreach (var value in values.Where(v => v is not ColumnRef or ColumnChoice))
                reads = reads.And(Lookup.Reads(value, parameter, before));
        }
        return signature.Needs == Needs.Points && !TellsPoints(op, signature) && before.CurrentPoints is { } current
            ? reads.And(new() { Points = [current] }) : reads;
    }

    /// <summary>An operator on points takes the current ones unless it is told which, or of which columns.</summary>
    static bool TellsPoints(Operator op, Signature signature) =>
        signature.Parameters.Any(p => (p.ValueType == typeof(PointsRef) || p.TakesColumns) && p.ValuesIn(op).Any());

    static Reads AllOf(ParameterSignature parameter, Shape before) =>
        parameter.ValueType == typeof(LabelingRef) ? new() { Columns = [.. before.Labelings.Select(l => l.Name)] }
        : parameter.Numeric && before.Columns is { } columns && !before.AnyColumn
            ? new() { Columns = [.. columns.Where(parameter.Takes).Select(c => c.Name)] }
        : new() { AllColumns = true };

    /// <exception cref="InvalidOperationException">The operator made something else than its check said, which is its bug.</exception>
    public static void HoldPromise(Operator op, Study given, Shape promised, Study made)
    {
        var signature = Catalog.Of(op);
        if (Promise.Broken(promised, made.Shape) is { } broken)
            throw new InvalidOperationException($"The check of `{signature.Name}` promised something else than its run made: {broken}.");
        if (signature.Rows == RowEffect.Same && given.Table is not null && given.Name == made.Name && given.Rows != made.Rows)
            throw new InvalidOperationException($"`{signature.Name}` is declared to keep all rows, but made {made.Rows} of {given.Rows}.");
    }
}
