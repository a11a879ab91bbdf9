namespace Dsl.Diagnostics;

/// <summary>A page for every code, in the order one may meet them. Laws say that none is missing and that the examples are right.</summary>
public static class Pages
{
    /// <summary>The beginning of most examples.</summary>
    const string Load = "load sample:spotify rows=1000\n";

    const string Points = Load + "features danceability energy valence\n";

    const string Scaled = Points + "scale standard\n";

    const string Two = Scaled + "kmeans k=3 as groups\nhdbscan min_cluster=20 as dense\n";

    public static IReadOnlyList<Page> All { get; } = [.. Reading, .. Binding, .. Code, .. Walking, .. Warnings, .. Running];

    public static Page? Find(string code) => All.FirstOrDefault(p => p.Code == code);

    static IEnumerable<Page> Reading =>
    [
        new("unfinished-line", "Unfinished line", "A line ends where something must follow: a value after `=`, a name after `as`, an operand, or a closing bracket.",
            Scaled + "kmeans k=", Scaled + "kmeans k=3"),
        new("unexpected-token", "Unexpected token", "A sign stands where the language has no use for it. Most often it is a single `=` in a comparison, or a bracket that was never opened.",
            Load + "filter year > 2000 and genre = \"rock\"", Load + "filter year > 2000 and genre == \"rock\""),
        new("unknown-character", "Unknown character", "A character means nothing in the language: text stands between double quotation marks, conditions are joined by words.",
            Load + "filter genre == 'rock'", Load + "filter genre == \"rock\""),
        new("huge-number", "Number too large", "A number is a 64-bit floating-point number, which ends near 1.8e308.",
            Load + "filter year < 1e999", Load + "filter year < 1e9"),
        new("unfinished-text", "Unfinished text", "Text between quotation marks ends on the line it starts on.",
            Load + "filter genre == \"rock", Load + "filter genre == \"rock\""),
        new("unfinished-name", "Unfinished name", "A name between back-ticks ends on the line it starts on.",
            Load + "top `genre 5", Load + "top `genre` 5"),
        new("unfinished-block", "Unfinished block", "A block starts and ends with three back-ticks; without the second three it takes in the whole rest of the script.",
            Load + "describe ```danceability", Load + "describe danceability"),
        new("missing-name", "Missing name", "After `as` stands a name: a word, or anything between back-ticks.",
            Scaled + "kmeans k=3 as 5\nmeans by=kmeans", Scaled + "kmeans k=3 as `5`\nmeans by=`5`"),
        new("no-operator", "No operator", "A step starts with the name of an operator.",
            Load + "\"describe\"", Load + "describe"),
        new("empty-step", "Empty step", "One `|` separates two steps, so between two of them a step is missing. A choice of conditions is joined by `or`.",
            Load + "describe || missing", Load + "describe | missing"),
        new("too-complex", "Too complex", "A step may nest brackets 40 deep and hold 400 operators of expressions, so that no script can exhaust the machine.",
            Load + "filter " + Deep + "year > 2000", Load + "filter year > 2000"),
        new("bad-parameter", "Bad parameter", "`param` declares a name of letters, digits and `_` with its value.",
            "param min-rows = 5\n" + Load.TrimEnd(), "param min_rows = 5\n" + Load.TrimEnd()),
    ];

    static string Deep => string.Concat(Enumerable.Repeat("not ", 41));

    static IEnumerable<Page> Binding =>
    [
        new("unknown-parameter", "Unknown parameter", "`$name` uses a parameter that a line above declares with `param`.",
            "param most = 1000\nload sample:spotify rows=$more", "param most = 1000\nload sample:spotify rows=$most"),
        new("repeated-parameter", "Repeated parameter", "A parameter is declared once.",
            "param most = 1000\nparam most = 500\nload sample:spotify rows=$most", "param most = 1000\nload sample:spotify rows=$most"),
        new("nested-parameter", "Nested parameter", "The value of a parameter is written out, so that `--set` can replace any of them by itself.",
            "param most = 1000\nparam rows = $most\nload sample:spotify rows=$rows", "param rows = 1000\nload sample:spotify rows=$rows"),
        new("unknown-setting", "Unknown parameter", "`--set NAME=VALUE` gives another value to a parameter that the script declares.",
            "load sample:spotify rows=1000", "param rows = 1000\nload sample:spotify rows=$rows") { Setting = "rows=500" },
        new("unknown-operator", "Unknown operator", "No operator has this name. `pipe help` lists all, `pipe help --search WORD` finds one by what it does.",
            Scaled + "kmaens k=3", Scaled + "kmeans k=3"),
        new("unknown-argument", "Unknown argument", "The operator takes no argument of this name. `pipe help OPERATOR` lists those it takes.",
            Scaled + "pca varianc=0.9", Scaled + "pca variance=0.9"),
        new("repeated-argument", "Repeated argument", "An argument is given once; one that takes several values takes them as a list.",
            Scaled + "gmm search k=1..3 covariance=full covariance=diag", Scaled + "gmm search k=1..3 covariance=full,diag"),
        new("unexpected-value", "Unexpected value", "A value without a name goes to the next argument that is given by position, and none is left. Often the line above it was continued by mistake: an indented line is a part of the one above.",
            Load + "missing\n  describe", Load + "missing\ndescribe"),
        new("missing-argument", "Missing argument", "The operator cannot do without this argument.",
            Scaled + "kmeans", Scaled + "kmeans k=3"),
        new("wrong-type", "Wrong type", "The value is of another kind than the argument takes: a word for a number, a list for one value.",
            Scaled + "kmeans k=many", Scaled + "kmeans k=3"),
        new("unknown-choice", "Unknown choice", "The argument takes one of a few words.",
            Points + "scale minmx", Points + "scale minmax"),
        new("backward-range", "Backward range", "A range goes from its smaller end to its larger one; both belong to it.",
            Scaled + "gmm search k=3..1", Scaled + "gmm search k=1..3"),
        new("value-out-of-range", "Value out of range", "The value is a number, but not one that the argument allows. A share is below 1: `93%` is 0.93.",
            Scaled + "pca variance=93", Scaled + "pca variance=93%"),
    ];

    static IEnumerable<Page> Code =>
    [
        new("wrong-code", "Wrong C#", "A block of C#, a file that it loads or an own operator does not compile, or has another form than it must have. Blocks are compiled when the script is checked and run only in a run.",
            Load + "csharp ```Show(Row);```", Load + "csharp ```Show(Rows);```"),
        new("path-not-allowed", "Path not allowed", "A script that is not trusted reads only below its own folder and the working directory, so that one from somewhere else cannot look into other files. `--allow-path DIR` adds a folder, `pipe trust FILE` covers what the script reads now, and a path given with `--set` is always allowed."),
        new("not-trusted", "Not trusted yet", "The script has C# that this person has not trusted, or that has changed since. Nothing of it was run, so steps that call own operators were not checked. Read the code, then write `pipe trust FILE`."),
        new("own-operator", "Own operator failed", "An operator of the person's own, out of `operators/*.cs` beside the script, threw something that is no `Refusal`."),
    ];

    static IEnumerable<Page> Walking =>
    [
        new("no-table", "No table yet", "The operator works on a table, and no step above loads one.",
            "describe", Load + "describe"),
        new("no-points", "No points yet", "The operator works on points: columns of numbers without missing values, which `features` takes out of the table.",
            Load + "scale standard", Points + "scale standard"),
        new("unknown-column", "Unknown column", "The table has no column of this name. Names are as in the file, capital letters included.",
            Load + "top gerne 5", Load + "top genre 5"),
        new("unknown-points", "Unknown points", "No step above makes points of this name. Points are named by `as`, or else by their operator.",
            Points + "scale minmax as scaled\npairplot of=scald", Points + "scale minmax as scaled\npairplot of=scaled"),
        new("unknown-labeling", "Unknown labeling", "There is no labeling of this name, and no column of texts or whole numbers, which can stand in its place. Labelings are made by clusterings and named by `as`, or else by their operator.",
            Scaled + "kmeans k=3 as groups\nmeans of=features by=grups", Scaled + "kmeans k=3 as groups\nmeans of=features by=groups"),
        new("not-numeric", "Not a number", "The column holds text where numbers are needed. A single field that is no number makes a column text; `load … missing=WORD` reads such a field as missing.",
            Load + "features danceability genre", Load + "features danceability"),
        new("not-categorical", "No groups", "A labeling, or a column of texts or whole numbers, says which rows belong together; numbers that are not whole do not. `bin` cuts them into intervals.",
            Points + "means by=energy", Points + "bin energy count=3 as level\nmeans by=level"),
        new("name-taken", "Name taken", "Every name that a script gives is given once, so that it means one thing.",
            Scaled + "kmeans k=3 as groups\nkmeans k=4 as groups\nmeans by=groups", Scaled + "kmeans k=3 as groups\nkmeans k=4 as finer\ncompare ami groups finer"),
        new("refused", "Step cannot run", "The operator itself found that the step cannot be done; its sentence says why. Before a run it judges by the columns and rows that are known, in a run by the data.",
            Scaled + "kmeans k=2000", Scaled + "kmeans k=20"),
    ];

    static IEnumerable<Page> Warnings =>
    [
        new("nothing-to-name", "Nothing to name", "`as` names points, a labeling or a model, and the step makes none.",
            Load + "describe as summary", Load + "describe"),
        new("worth-a-look", "Worth a look", "The operator will do something else than the step literally asks for; its sentence says what.",
            Points + "scale standard\nhdbscan min_cluster=20 min_samples=5000", Points + "scale standard\nhdbscan min_cluster=20 min_samples=50"),
        new("unscaled", "Columns not on one scale", "Clustering measures distances, in which a column of large numbers outweighs the others: a tempo in beats a minute counts a hundred times as much as a share. `scale`, or `pca` with `whiten`, brings columns to one scale. Where columns share a unit, say that it is meant: `# ok: unscaled`.",
            Load + "features danceability tempo\nkmeans k=3", Load + "features danceability tempo\nscale standard\nkmeans k=3"),
        new("scaled-twice", "Scaled twice", "Every scaling starts from the range or the spread of each column, so that a second one right after the first undoes it.",
            Points + "scale minmax\nscale standard\nkmeans k=3", Points + "scale standard\nkmeans k=3"),
        new("code-as-number", "Code taken as a number", "The whole numbers in a column of this name most likely stand for something: key 11 is next to key 0, not eleven times anything. Distances and means of such numbers say nothing.",
            Load + "features energy key\nscale standard", Load + "features energy valence\nscale standard"),
        new("unused", "Name never used", "A name is given to what a step makes and no step below speaks of it. Either something is missing below, or the name can go.",
            Scaled + "kmeans k=3 as groups\ncorrelate", Scaled + "kmeans k=3 as groups\nmeans by=groups"),
        new("large-min-cluster", "Clusters too large", "A split needs two groups of `min_cluster` rows each. Above half of the rows there can be none, and everything becomes noise.",
            Scaled + "hdbscan min_cluster=600", Scaled + "hdbscan min_cluster=60"),
        new("noise-counted", "Noise counted as a cluster", "A labeling by `hdbscan` has noise, and `compare` counts it as one more cluster unless told otherwise, as scikit-learn does. Where most rows are noise, this decides the result: say `noise=label` or `noise=drop`.",
            Two + "compare ami", Two + "compare ami noise=drop"),
    ];

    static IEnumerable<Page> Running =>
    [
        new("file-trouble", "File trouble", "A file could not be read or written while the script ran: it is gone, not permitted, or the disk is full."),
        new("out-of-memory", "Out of memory", "The step needs more memory than the machine gives. Fewer rows (`sample`, `load … rows=N`) or fewer columns need less."),
        new("bug", "Bug in pipe", "The step failed in a way that it never should, whatever the script and the data. It is a fault of pipe, to be reported with the script and what it was run on."),
    ];
}
