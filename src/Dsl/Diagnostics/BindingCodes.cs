using Runtime;
using static Runtime.CodeExamples;

namespace Dsl.Diagnostics;

/// <summary>What can be wrong with the steps of a script that could be read, in the order one may meet it.</summary>
public static class BindingCodes
{
    public static readonly DiagnosticCode UnknownParameter = new("unknown-parameter", "Unknown parameter",
        "`$name` uses a parameter that a line above declares with `param`.",
        "param most = 1000\nload sample:spotify rows=$more", "param most = 1000\nload sample:spotify rows=$most");

    public static readonly DiagnosticCode RepeatedParameter = new("repeated-parameter", "Repeated parameter",
        "A parameter is declared once.",
        "param most = 1000\nparam most = 500\nload sample:spotify rows=$most", "param most = 1000\nload sample:spotify rows=$most");

    public static readonly DiagnosticCode NestedParameter = new("nested-parameter", "Nested parameter",
        "The value of a parameter is written out, so that `--set` can replace any of them by itself.",
        "param most = 1000\nparam rows = $most\nload sample:spotify rows=$rows", "param rows = 1000\nload sample:spotify rows=$rows");

    public static readonly DiagnosticCode UnknownSetting = new("unknown-setting", "Unknown parameter",
        "`--set NAME=VALUE` gives another value to a parameter that the script declares.",
        "load sample:spotify rows=1000", "param rows = 1000\nload sample:spotify rows=$rows")
    { Setting = "rows=500" };

    public static readonly DiagnosticCode UnknownOperator = new("unknown-operator", "Unknown operator",
        "No operator has this name. `pipe help` lists all, `pipe help --search WORD` finds one by what it does.",
        Scaled + "kmaens k=3", Scaled + "kmeans k=3");

    public static readonly DiagnosticCode UnknownArgument = new("unknown-argument", "Unknown argument",
        "The operator takes no argument of this name. `pipe help OPERATOR` lists those it takes.",
        Scaled + "pca varianc=0.9", Scaled + "pca variance=0.9");

    public static readonly DiagnosticCode RepeatedArgument = new("repeated-argument", "Repeated argument",
        "An argument is given once; one that takes several values takes them as a list.",
        Scaled + "gmm search k=1..3 covariance=full covariance=diag", Scaled + "gmm search k=1..3 covariance=full,diag");

    public static readonly DiagnosticCode UnexpectedValue = new("unexpected-value", "Unexpected value",
        "A value without a name goes to the next argument that is given by position, and none is left. Often the line above it "
        + "was continued by mistake: an indented line is a part of the one above.",
        Scaled + "hdbscan\n  describe", Scaled + "hdbscan\ndescribe");

    public static readonly DiagnosticCode WrongType = new("wrong-type", "Wrong type",
        "The value is of another kind than the argument takes: a word for a number, a list for one value.",
        Scaled + "kmeans k=many", Scaled + "kmeans k=3");

    public static readonly DiagnosticCode UnknownChoice = new("unknown-choice", "Unknown choice",
        "The argument takes one of a few words.",
        Chosen + "scale minmx", Chosen + "scale minmax");

    public static readonly DiagnosticCode BackwardRange = new("backward-range", "Backward range",
        "A range goes from its smaller end to its larger one; both belong to it.",
        Scaled + "gmm search k=3..1", Scaled + "gmm search k=1..3");

    public static readonly DiagnosticCode NothingToName = new("nothing-to-name", "Nothing to name",
        "`as` names points, a labeling or a model, and the step makes none.",
        Load + "describe as summary", Load + "describe")
    { Severity = Severity.Warning };

    public static readonly DiagnosticCode Unused = new("unused", "Name never used",
        "A name is given to what a step makes and no step below speaks of it. Either something is missing below, or the name "
        + "can go.",
        Scaled + "kmeans k=3 as groups\ncorrelate", Scaled + "kmeans k=3 as groups\nmeans by=groups")
    { Severity = Severity.Warning };
}
