namespace Runtime;

/// <summary>A verb with its arguments filled in. One file each, in the folder of its category.</summary>
public abstract record Operator
{
    /// <summary>The name for what the step makes (<c>as NAME</c>); without it, the operator's own name.</summary>
    public string? As { get; init; }

    /// <summary>The step as one would write it; two operators are equal when their texts are.</summary>
    public string Text => CanonicalText.Of(this);

    /// <summary>What the study will be after this step, and what is wrong with the step if it cannot be.</summary>
    /// <remarks>
    /// The rules of the arguments and the names they refer to have been checked already. Give the best guess of the
    /// shape even after a refusal, so that later steps can be checked too.
    /// </remarks>
    public abstract Shape Check(Shape before, CheckContext check);

    /// <summary>The study after this step.</summary>
    /// <exception cref="Refusal">The data do not allow it.</exception>
    public abstract Study Run(Study study, RunContext run);

    /// <summary>The name for what this step makes, given the names that are taken: <c>pca</c>, then <c>pca_2</c>.</summary>
    protected string NameIn(Shape before)
    {
        if (As is not null) return As;
        var name = Catalog.Of(this).Name.Replace(' ', '_');
        var taken = before.Names.ToHashSet();
        if (!taken.Contains(name)) return name;
        var number = 2;
        while (taken.Contains($"{name}_{number}")) number++;
        return $"{name}_{number}";
    }
}
