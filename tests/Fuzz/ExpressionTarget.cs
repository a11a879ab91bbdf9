using Dsl;
using Dsl.Diagnostics;
using Runtime.Expressions;
using ExpressionType = Runtime.Expressions.ExpressionType;

namespace Fuzz;

/// <summary>Expressions of any form over a table with every type and missing values: evaluated or refused, the same on any number of threads.</summary>
sealed class ExpressionTarget() : Target("expression")
{
    static readonly string[] Numbers = ["x", "n", "whole", "1", "0", "-2.5", "1e300", "20%", "k"];
    static readonly string[] Texts = ["t", "\"a\"", "\"\"", "\"é\"", "\"12\"", "\"(a+)+$\"", "\"2024-02-29\"", "text(x)"];
    static readonly string[] Truths = ["true", "false", "x > 0", "k is noise", "t is missing"];
    static readonly string[] Times = ["d", "d", "date(\"2024-02-29\")"];
    static readonly string[] Signs = ["+", "-", "*", "/", "%", "^"];
    static readonly string[] Comparisons = ["==", "!=", "<", "<=", ">", ">="];

    static readonly Dictionary<ExpressionType, Function[]> Functions =
        FunctionCatalog.Functions.GroupBy(f => f.Result).ToDictionary(g => g.Key, g => g.ToArray());

    const string Rows = "x,n,whole,t,d\n1.5,,1,a,2024-02-29\n-2,3,2,,2024-03-01T10:00\n,0,3,12,\n1e300,-1e300,4,bb é,1999-12-31\n0,1e-300,5,a,2024-02-29\n";

    public override string Try(Dice dice, string folder)
    {
        File.WriteAllText(Path.Combine(folder, "d.csv"), Rows);
        var depth = 1 + dice.Few(4);
        var step = dice.Next(4) switch
        {
            0 => $"filter {Of(dice, depth, ExpressionType.Truth)}",
            1 => $"derive y = {Of(dice, depth, ExpressionType.Number)} by=t",
            2 => $"expect {Of(dice, depth, ExpressionType.Truth)}",
            _ => $"derive y = {Of(dice, depth, dice.One(Enum.GetValues<ExpressionType>()))}",
        };
        var text = $"load d.csv\nfeatures whole\nkmeans k=2 as k\n{step}\nshow\n";
        File.WriteAllText(Path.Combine(folder, "s.pipe"), text);
        var plan = Language.Check(new SourceText("s.pipe", text), new LanguageOptions { ScriptFolder = folder });
        Sound.Hold(plan);
        if (plan.HasErrors) return "wrong";
        var (one, three) = (Run(plan, folder, 1), Run(plan, folder, 3));
        Demand(one == three, $"One thread: {one}; three threads: {three}");
        return one.Said.Length == 0 ? "evaluated" : "refused";
    }

    static (string Said, string Content) Run(Plan plan, string folder, int threads)
    {
        var runner = new Runner(plan, new RunSettings { OutputFolder = folder, Threads = threads });
        var said = Sound.Of(runner.Run());
        return (said, string.Join('\n', runner.Study.Loaded.Columns.Select(c => $"{c.Name} {c.Content}")));
    }

    /// <summary>An expression that is mostly of a type.</summary>
    static string Of(Dice dice, int depth, ExpressionType type)
    {
        if (dice.OneIn(40)) type = dice.One(Enum.GetValues<ExpressionType>());
        if (depth == 0 || dice.OneIn(5)) return Leaf(dice, type);
        string Part(ExpressionType of) => Of(dice, depth - 1, of);
        return dice.Next(4) switch
        {
            0 => $"(if {Part(ExpressionType.Truth)} then {Part(type)} else {Part(type)})",
            1 or 2 when Functions.TryGetValue(type, out var functions) => Call(dice, dice.One(functions), depth),
            _ => type == ExpressionType.Truth ? Condition(dice, depth)
                : type == ExpressionType.Number ? dice.OneIn(5) ? $"-{Part(type)}" : $"({Part(type)} {dice.One(Signs)} {Part(type)})"
                : Leaf(dice, type),
        };
    }

    static string Condition(Dice dice, int depth)
    {
        string Part(ExpressionType of) => Of(dice, depth - 1, of);
        var type = dice.One([ExpressionType.Number, ExpressionType.Number, ExpressionType.Text, ExpressionType.Time]);
        return dice.Next(7) switch
        {
            0 => $"not ({Part(ExpressionType.Truth)})",
            1 => $"({Part(ExpressionType.Truth)} {dice.One(["and", "or"])} {Part(ExpressionType.Truth)})",
            2 => $"{Leaf(dice, type)} is {dice.One(["missing", "not missing"])}",
            3 => $"{Part(type)} in ({Leaf(dice, type)}, {Leaf(dice, type)})",
            4 => $"({Part(type)} between {Part(type)} and {Part(type)})",
            _ => $"({Part(type)} {dice.One(Comparisons)} {Part(type)})",
        };
    }

    static string Leaf(Dice dice, ExpressionType type) =>
        dice.One(type == ExpressionType.Number ? Numbers : type == ExpressionType.Text ? Texts : type == ExpressionType.Truth ? Truths : Times);

    static string Call(Dice dice, Function function, int depth)
    {
        var count = function.Parameters.Length == 0 ? 0 : Math.Max(0, function.Parameters.Length - (dice.OneIn(3) ? function.Parameters.Count(p => p.Optional) : 0) + (dice.OneIn(30) ? 1 : 0));
        var given = Enumerable.Range(0, count).Select(i => function.At(i) ?? function.Parameters[^1])
            .Select(p => p.Constant ? dice.OneIn(9) ? Leaf(dice, p.Type) : p.Type == ExpressionType.Text ? dice.One(["\"a\"", "\"1\""]) : "1" : Of(dice, depth - 1, p.Type));
        var call = $"{function.Name}({string.Join(", ", given)})";
        return function.OfColumn && dice.OneIn(4) ? $"{call} by {dice.One(["t", "whole", "k", "x"])}" : call;
    }
}
