using System.Collections.Immutable;
using CsCheck;
using Dsl.Diagnostics;
using Dsl.Editing;
using Dsl.Syntax;
using Runtime;
using Runtime.Expressions;
using CodeBlock = Runtime.CodeBlock;

namespace Tests.Dsl;

/// <summary>The text of an operator is the inverse of binding, for all operators, also those to come.</summary>
public class CanonicalTexts
{
    const string Cases = """
        filter   year>=2000 and(genre=="ambient") ⇶ filter year >= 2000 and genre == "ambient"
        filter energy > 20%                       ⇶ filter energy > 0.2
        top genre 10                              ⇶ top genre
        top genre by=kmeans n=3                   ⇶ top genre 3 by=kmeans
        top genre 10 by=kmeans                    ⇶ top genre by=kmeans
        compare ami                               ⇶ compare
        compare ami three five                    ⇶ compare ami three five
        compare labelings=three,five              ⇶ compare ami three five
        compare three five                        ⇶ compare ami three five
        compare km,species noise=drop             ⇶ compare ami km species noise=drop
        compare fowlkes_mallows                   ⇶ compare fowlkes_mallows
        filter dense  is  noise and not (a is not noise) ⇶ filter dense is noise and not a is not noise
        sample 0.1 by=genre                       ⇶ sample 10% by=genre
        take 100%                                 ⇶ take 100%
        take 1                                    ⇶ take 1
        gmm search covariance=full k=3            ⇶ gmm search k=3 covariance=full
        gmm search k=1..10                        ⇶ gmm search
        load sample:spotify seed=7 rows=1000      ⇶ load sample:spotify rows=1000 seed=7
        load "../data/x.csv" missing="-999",n/a   ⇶ load ../data/x.csv missing="-999",n/a
        load "my file.csv"                        ⇶ load "my file.csv"
        features `energy` `Unnamed: 0` `and`      ⇶ features energy `Unnamed: 0` `and`
        derive loud = loudness>-5 `a b` = -(5)    ⇶ derive loud=loudness > -5 `a b`=-(5)
        kmeans k=2 + 1 as 'x                      ⇶
        kmeans k=2 + 1 as `2nd`                   ⇶ kmeans k=3 as `2nd`
        bin year edges=1_990,2e3                  ⇶ bin year edges=1990,2000
        impute constant genre value="unknown"     ⇶ impute constant genre value="unknown"
        """;

    static readonly LanguageOptions Options = new();

    public static TheoryData<string, string> Written
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var line in Cases.ReplaceLineEndings("\n").Split('\n')) cases.Add(line.Split('⇶')[0].Trim(), line.Split('⇶')[1].Trim());
            return cases;
        }
    }

    public static TheoryData<string> Examples => [.. Catalog.Operators.SelectMany(o => o.Examples).Select(e => e.Script)];

    public static TheoryData<string> Operators => [.. Catalog.Operators.Names];

    [Theory, MemberData(nameof(Written))]
    public void Steps_are_written(string step, string text)
    {
        if (text.Length == 0) Assert.Null(Bind(step));
        else Assert.Equal(text, Bind(step)!.Text);
    }

    [Theory, MemberData(nameof(Examples))]
    public void An_example_is_bound_written_and_bound_again(string script) => Holds(Bind(script)!);

    [Theory, MemberData(nameof(Operators))]
    public void Any_operator_is_what_its_text_is_bound_to(string name) => Any(Catalog.Find(name)!).Sample(Holds, iter: 150);

    [Theory, MemberData(nameof(Operators))]
    public void Two_operators_are_equal_when_their_texts_are(string name)
    {
        var signature = Catalog.Find(name)!;
        Gen.Select(Any(signature), Any(signature), Gen.Int[0, 99]).Sample((one, other, which) =>
        {
            // Two that differ in one argument at most are near enough to be mixed up.
            foreach (var parameter in signature.Parameters.Where((_, i) => i != which % signature.Parameters.Count))
                parameter.Property.SetValue(other, parameter.Property.GetValue(one));
            Assert.Equal(one with { As = null } == other with { As = null }, (one with { As = null }).Text == (other with { As = null }).Text);
        }, iter: 100);
    }

    static void Holds(Operator op)
    {
        Assert.Equal(op, Bind(op.Text));
        Assert.Equal(op.Text, Bind(op.Text)!.Text);
        Assert.Equal(op.Text + "\n", Formatter.Format(new SourceText("a.pipe", op.Text), out _));
    }

    /// <summary>Null when it cannot be. Nothing is checked: no file is looked at, no code compiled.</summary>
    static Operator? Bind(string step)
    {
        var diagnostics = new List<Diagnostic>();
        var source = new SourceText("a.pipe", step);
        var script = new Reader(source, diagnostics).Read();
        var bound = Assert.Single(new Binder(source, Options, new Parameters(source, script, Options, diagnostics), diagnostics).Bind(script));
        return bound.Sound ? bound.Operator : null;
    }

    /// <summary>Any operator that a script could hold: values of the types and within the rules that its arguments declare.</summary>
    static Gen<Operator> Any(Signature signature) => Gen.Select(Values(signature), Gen.OneOf(Gen.Const((string?)null), Name.Select(n => (string?)n)), (values, name) =>
    {
        var op = signature.Create();
        for (var i = 0; i < values.Count; i++) if (values[i] is { } value) signature.Parameters[i].Property.SetValue(op, value);
        return op with { As = name };
    });

    /// <summary>A value for each argument, or null to leave it as it is.</summary>
    static Gen<ImmutableList<object?>> Values(Signature signature) => signature.Parameters.Aggregate(
        Gen.Const(ImmutableList<object?>.Empty),
        (sofar, parameter) => Gen.Select(sofar, Gen.OneOf(Of(parameter), Gen.Const(parameter)), (list, value) => list.Add(ReferenceEquals(value, parameter) && !parameter.Required ? null : value is ParameterSignature ? First(parameter) : value)));

    static object First(ParameterSignature parameter) => Of(parameter).Array[1].Single()[0];

    static Gen<object> Of(ParameterSignature parameter)
    {
        var one = One(parameter);
        if (parameter.FreeNames)
            return Gen.Select(Name, one).Array[1, 3].Select(items => List(typeof(NamedValue<>).MakeGenericType(parameter.ValueType), items.DistinctBy(i => i.Item1).Select(i => Activator.CreateInstance(typeof(NamedValue<>).MakeGenericType(parameter.ValueType), i.Item1, i.Item2)!)));
        return parameter.IsList ? one.Array[1, 3].Select(items => List(parameter.ValueType, items)) : one;
    }

    static object List(Type type, IEnumerable<object> items)
    {
        object[] all = [.. items];
        var array = Array.CreateInstance(type, all.Length);
        all.CopyTo(array, 0);
        return Activator.CreateInstance(typeof(ValueList<>).MakeGenericType(type), array)!;
    }

    static readonly Gen<string> Name = Gen.OneOf(Among("genre", "a b", "and", "x-y", "5", "a`b", "größe", "search", "missing", "true", "a/b", "./x", "\\", "a\nb"), Gen.String[1, 6]);

    static readonly Gen<string> Word = Gen.OneOf(Name, Among("x.csv", "../data/x.csv.gz", "sample:spotify", "/x/y.tsv", "~/x.csv", "-999", "n/a", "data/", ".."), Gen.String);

    static Gen<object> One(ParameterSignature parameter)
    {
        if (parameter.IsChoice) return Among([.. parameter.Options]);
        var (type, rules) = (parameter.ValueType, parameter.Rules);
        bool Holds(double value) => rules.All(r => r.Holds(value));
        if (type == typeof(int)) return Gen.OneOf(Gen.Int[-3, 12], Gen.Int[100, 4000], Gen.Int[-int.MaxValue, int.MaxValue]).Where(n => Holds(n)).Select(v => (object)v);
        if (type == typeof(double)) return Gen.OneOf(Gen.Int[-3, 9].Select(n => n / 8.0), Gen.Double[-1e9, 1e9], Gen.Double[0, 1]).Where(Holds).Select(v => (object)v);
        if (type == typeof(bool)) return Gen.Bool.Select(v => (object)v);
        if (type == typeof(Interval)) return Gen.Select(Gen.Int[-5, 20], Gen.Int[0, 9], (first, more) => (object)new Interval(first, first + more)).Where(i => rules.All(r => r.HoldsFor(i)));
        if (type == typeof(CountOrShare)) return Gen.OneOf(Gen.Int[1, 5000].Select(n => new CountOrShare(n, false)), Gen.Double[0.0001, 1].Select(s => new CountOrShare(s, true)), Gen.Const(new CountOrShare(1, true)), Gen.Int[1, 99].Select(p => new CountOrShare(p / 100.0, true))).Select(v => (object)v);
        if (type == typeof(ColumnRef) && parameter.IsList)
            return Gen.OneOf(Name.Select(n => (object)new ColumnRef(n)), Gen.OneOf(Name, Among("*", "s_*", "*_x", "numbers", "a..b", "a*")).Select(n => (object)ColumnChoice.Read(n)),
                Gen.Select(Name, Name, (a, b) => (object)ColumnChoice.Range(a, b)));
        if (type == typeof(ColumnRef)) return Name.Select(n => (object)new ColumnRef(n));
        if (type == typeof(PointsRef)) return Name.Select(n => (object)new PointsRef(n));
        if (type == typeof(LabelingRef)) return Name.Select(n => (object)new LabelingRef(n));
        if (type == typeof(PartRef)) return Name.Select(n => (object)new PartRef(n));
        if (type == typeof(string)) return Word.Select(v => (object)v);
        if (type == typeof(InputFile)) return Word.Select(w => Paths.Input(new TextLiteral(w), Options)!).Where(f => f is not null);
        if (type == typeof(OutputFile)) return Word.Where(w => w.Length > 0).Select(w => (object)new OutputFile(w));
        if (type == typeof(CodeBlock)) return Among<object>(new CodeBlock("Show(Rows);", 1, null, "."), new CodeBlock("\n  a | # b \"\n", 1, null, "."));
        if (type == typeof(Expression)) return Properties.Expressions.Select(v => (object)v);
        throw new NotSupportedException($"Give this law values of {type}, and `CanonicalText` a way to write them.");
    }

    static Gen<T> Among<T>(params T[] items) => Gen.Int[0, items.Length - 1].Select(i => items[i]);
}
