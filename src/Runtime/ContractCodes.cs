using static Runtime.CodeExamples;

namespace Runtime;

/// <summary>What can be wrong with a step whatever its operator, in the order one may meet it.</summary>
public static class ContractCodes
{
    public static readonly DiagnosticCode MissingArgument = new("missing-argument", "Missing argument",
        "The operator cannot do without this argument.",
        Scaled + "kmeans", Scaled + "kmeans k=3");

    public static readonly DiagnosticCode ValueOutOfRange = new("value-out-of-range", "Value out of range",
        "The value is a number, but not one that the argument allows. A share is below 1: `93%` is 0.93.",
        Scaled + "pca variance=93", Scaled + "pca variance=93%");

    public static readonly DiagnosticCode NoTable = new("no-table", "No table yet",
        "The operator works on a table, and no step above loads one.",
        "describe", Load + "describe");

    public static readonly DiagnosticCode NoPoints = new("no-points", "No points yet",
        "The operator works on points: columns of numbers without missing values, which `features` takes out of the table.",
        Load + "scale standard", Chosen + "scale standard");

    public static readonly DiagnosticCode UnknownColumn = new("unknown-column", "Unknown column",
        "The table has no column of this name. Names are as in the file, capital letters included.",
        Load + "top gerne 5", Load + "top genre 5");

    public static readonly DiagnosticCode UnknownPoints = new("unknown-points", "Unknown points",
        "No step above makes points of this name. Points are named by `as`, or else by their operator.",
        Chosen + "scale minmax as scaled\npairplot of=scald", Chosen + "scale minmax as scaled\npairplot of=scaled");

    public static readonly DiagnosticCode UnknownLabeling = new("unknown-labeling", "Unknown labeling",
        "There is no labeling of this name, and no column of texts or whole numbers, which can stand in its place. Labelings "
        + "are made by clusterings and named by `as`, or else by their operator.",
        Scaled + "kmeans k=3 as groups\nmeans of=features by=grups", Scaled + "kmeans k=3 as groups\nmeans of=features by=groups");

    public static readonly DiagnosticCode NotNumeric = new("not-numeric", "Not a number",
        "The column holds text where numbers are needed. A single field that is no number makes a column text; `load … "
        + "missing=WORD` reads such a field as missing.",
        Load + "features danceability genre", Load + "features danceability");

    public static readonly DiagnosticCode NotCategorical = new("not-categorical", "No groups",
        "A labeling, or a column of texts or whole numbers, says which rows belong together; numbers that are not whole do "
        + "not. `bin` cuts them into intervals.",
        Chosen + "means by=energy", Chosen + "bin energy count=3 as level\nmeans by=level");

    public static readonly DiagnosticCode NameTaken = new("name-taken", "Name taken",
        "Every name that a script gives is given once, so that it means one thing.",
        Scaled + "kmeans k=3 as groups\nkmeans k=4 as groups\nmeans by=groups",
        Scaled + "kmeans k=3 as groups\nkmeans k=4 as finer\ncompare ami groups finer");

    public static readonly DiagnosticCode WrongExpression = new("wrong-expression", "Wrong expression",
        "The parts of an expression do not go together: a text is added to a number, a number stands where something must hold or "
        + "not, a function gets too few values. `pipe help expressions` shows the forms.",
        Load + "filter year", Load + "filter year > 2000");

    public static readonly DiagnosticCode UnknownFunction = new("unknown-function", "Unknown function",
        "Expressions have no function of this name. `pipe help functions` lists all.",
        Load + "derive small = tolower(genre)", Load + "derive small = lower(genre)");

    public static readonly DiagnosticCode UnknownFigure = new("unknown-figure", "Unknown figure",
        "`expect` asks for figures of what earlier steps made: `noise(NAME)`, `bic(NAME)`, `ari(NAME, NAME)`. Nothing above has this one.",
        Scaled + "kmeans k=3\nexpect inertai(kmeans) > 0", Scaled + "kmeans k=3\nexpect inertia(kmeans) > 0");

    public static readonly DiagnosticCode AlwaysSame = new("always-same", "Never depends on data",
        "A comparison has the same outcome whatever the data are: two texts are compared, where one was to be the name of a column, or "
        + "a share, which is at most 1, is held against a larger number.",
        Load + "filter \"genre\" == \"rock\"", Load + "filter genre == \"rock\"")
    { Severity = Severity.Warning };

    internal static DiagnosticCode Of(Expressions.MistakeKind kind) => kind switch
    {
        Expressions.MistakeKind.UnknownName => UnknownColumn,
        Expressions.MistakeKind.UnknownFunction => UnknownFunction,
        Expressions.MistakeKind.UnknownFigure => UnknownFigure,
        _ => WrongExpression,
    };

    public static readonly DiagnosticCode Refused = new("refused", "Step cannot run",
        "The operator itself found that the step cannot be done; its sentence says why. Before a run it judges by the columns "
        + "and rows that are known, in a run by the data.",
        Scaled + "kmeans k=2000", Scaled + "kmeans k=20");

    public static readonly DiagnosticCode WorthALook = new("worth-a-look", "Worth a look",
        "The operator will do something else than the step literally asks for; its sentence says what.",
        Chosen + "scale standard\nhdbscan min_cluster=20 min_samples=5000",
        Chosen + "scale standard\nhdbscan min_cluster=20 min_samples=50")
    { Severity = Severity.Warning };
}
