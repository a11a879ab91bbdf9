using Runtime.Expressions;

namespace Runtime;

/// <summary>The one look-up of names: whether what an argument names is there, and what of the study it stands for.</summary>
static class Lookup
{
    /// <summary>Tells when the value of an argument names something that is not there, or is of another kind.</summary>
    public static void Check(object value, ParameterSignature parameter, int index, Shape before, CheckContext check)
    {
        var wrong = value switch
        {
            ColumnChoice choice => Choice(choice, parameter, before),
            MatchedColumn matched => Matched(matched, parameter, before),
            ColumnRef column => Column(column.Name, parameter, before),
            LabelingRef labeling => Labeling(labeling.Name, parameter, before),
            PointsRef points when !before.IsVague(points.Name) && !before.Points.Has(points.Name) =>
                Complaints.UnknownName(ContractCodes.UnknownPoints, parameter, points.Name, before.Points.Names, before),
            PartRef part when !before.IsVague(part.Name) && !before.Points.Has(part.Name) && !before.TableNames.Contains(part.Name) =>
                Complaints.UnknownName(ContractCodes.UnknownPoints, parameter, part.Name,
                    before.Points.Names.Concat(before.Aside.Names), before),
            _ => null,
        };
        if (wrong is not null) check.Add(wrong with { Index = index });
    }

    /// <summary>What of the study the value of an argument speaks of.</summary>
    public static Reads Reads(object value, ParameterSignature parameter, Shape before) => value switch
    {
        ColumnChoice choice => new() { AllColumns = IsOpen(choice, parameter, before), Columns = [.. Columns(choice, parameter, before)] },
        ColumnRef column => new() { Columns = [column.Name] },
        LabelingRef labeling => new() { Columns = [labeling.Name] },
        PointsRef points => new() { Points = [points.Name] },
        PartRef part => before.Points.Has(part.Name) ? new() { Points = [part.Name] } : new() { Tables = [part.Name] },
        InputFile file when before.TableNames.Contains(file.Written) => new() { Tables = [file.Written] },
        InputFile file => new() { Files = [file.Path] },
        Expression expression =>
            parameter.OfStudy ? StudyScope.Reads(expression, before) : new() { Columns = ColumnScope.Names(expression) },
        _ => Runtime.Reads.Nothing,
    };

    /// <summary>The columns that a name or a choice stands for; of a choice where numbers are needed, those that are numbers.</summary>
    public static IEnumerable<string> Columns(ColumnRef column, ParameterSignature parameter, Shape before) =>
        column is ColumnChoice choice
            ? choice.In(before.Columns ?? []).Where(parameter.Takes).Select(c => c.Name)
            : [column.Name];

    /// <summary>It may stand for more or other columns than those that are known.</summary>
    public static bool IsOpen(ColumnRef column, ParameterSignature parameter, Shape before) => column is ColumnChoice choice
        && (before.AnyColumn || before.AtLeast || before.ColumnsFromData.Count > 0
            || (parameter.Numeric || choice.IsOfType) && (before.Columns ?? []).Any(c => c.IsGuessed));

    static Complaint? Choice(ColumnChoice choice, ParameterSignature parameter, Shape before)
    {
        var columns = before.Columns ?? [];
        if (columns.Has(choice.Name)) return Column(choice.Name, parameter, before);
        if (!parameter.IsList) return Complaints.OneColumn(parameter, choice);
        if (parameter.FreeNames && !choice.IsPattern) return Complaints.NoStar(parameter, choice);
        if (IsOpen(choice, parameter, before) || Columns(choice, parameter, before).Any()) return null;
        if (choice.Ends is { } ends)
            return (columns.Has(ends.First) ? null : Complaints.UnknownColumn(parameter, ends.First, before))
                ?? (columns.Has(ends.Last) ? null : Complaints.UnknownColumn(parameter, ends.Last, before))
                ?? (ColumnChoice.IsBackward(columns, ends) ? Complaints.Backward(parameter, ends)
                    : Complaints.FitsNothing(parameter, choice, before));
        return Complaints.FitsNothing(parameter, choice, before);
    }

    /// <summary>What would put the name right must leave the other one.</summary>
    static Complaint? Matched(MatchedColumn matched, ParameterSignature parameter, Shape before) =>
        Column(matched.Name, parameter, before) is not { } wrong ? null : wrong with
        {
            Remedies = [.. wrong.Remedies.Where(r => r.Instead is { Length: > 0 })
                .Select(r => r with { Instead = $"{r.Instead} == {Notation.Name(matched.Other)}" })],
        };

    static Complaint? Column(string name, ParameterSignature parameter, Shape before)
    {
        if (before.Columns?.Find(name) is not { } found)
            return before.MayHave(name) ? null : Complaints.UnknownColumn(parameter, name, before);
        if (parameter.Takes(found)) return null;
        return Complaints.NotNumeric(parameter, found, (before.Columns ?? []).Where(parameter.Takes).Select(c => c.Name));
    }

    static Complaint? Labeling(string name, ParameterSignature parameter, Shape before)
    {
        if (before.Columns?.Find(name) is not { } found)
            return before.MayHave(name) ? null
                : Complaints.UnknownName(ContractCodes.UnknownLabeling, parameter, name, Meant(name, before).Select(c => c.Name), before);
        return found.IsCategorical ? null : Complaints.NotCategorical(parameter, found);
    }

    /// <summary>The labelings, if there are any and no other column is nearer to what was written.</summary>
    static IEnumerable<ColumnShape> Meant(string name, Shape before)
    {
        ColumnShape[] groups = [.. (before.Columns ?? []).Where(c => c.IsCategorical)];
        var near = Spelling.Nearest(name, groups.Select(c => c.Name));
        return before.Labelings.Any() && (near is null || before.Labelings.Any(l => l.Name == near)) ? before.Labelings : groups;
    }
}
