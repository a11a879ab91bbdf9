namespace Runtime.Operators.Data;

/// <summary>The second table of a step: one that stands aside, else a file or a sample.</summary>
static class OtherTable
{
    public static Shape Of(InputFile named, Shape before, CheckContext check) =>
        before.Aside.Find(named.Written) ?? new Load { File = named }.Apply(Shape.Empty, check);

    public static Table Of(InputFile named, Study study, RunContext run) =>
        (study.Aside.Find(named.Written) ?? new Load { File = named }.Apply(Study.Empty, run)).Loaded;
}
