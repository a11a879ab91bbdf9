using Dsl;
using Dsl.Diagnostics;
using Runtime;
using Runtime.Expressions;

namespace Tests.Dsl;

/// <summary>A name from elsewhere means one thing, which there is.</summary>
public class NameLaws
{
    public static TheoryData<string> Operators => [.. Catalog.Operators.Names];

    [Fact]
    public void No_other_name_of_an_operator_is_a_name_or_an_other_name_of_another()
    {
        var names = Catalog.Operators.SelectMany(o => (string[])[o.Name, .. o.AlsoCalled.SelectMany(n => n.Names), .. o.InsteadOf.SelectMany(n => n.Names)]);
        Assert.Equal([], Twice(names));
    }

    [Theory, MemberData(nameof(Operators))]
    public void No_other_name_of_an_argument_or_a_choice_means_two_things(string name)
    {
        var op = Catalog.Find(name)!;
        Assert.Equal([], Twice(op.Parameters.SelectMany(p => (string[])[p.Name, .. p.AlsoCalled.Where(n => n.Value is null).SelectMany(n => n.Names)])));
        foreach (var parameter in op.Parameters)
        {
            var values = parameter.AlsoCalled.Where(n => n.Value is not null).ToArray();
            Assert.Equal([], Twice(parameter.Choices.Concat(values.SelectMany(n => n.Names))));
            Assert.All(values, v => Assert.Contains(v.Value!, parameter.Choices));
        }
    }

    [Fact]
    public void No_other_name_of_a_function_means_two_things() =>
        Assert.Equal([], Twice(FunctionCatalog.Functions.SelectMany(f => f.AlsoCalled.Prepend(f.Name)).Concat(OtherForm.Known.SelectMany(f => f.Names))));

    /// <summary>What is written in place of a name is a step that only its own arguments may be missing from.</summary>
    [Theory, MemberData(nameof(Operators))]
    public void What_is_written_in_place_of_an_other_name_binds(string name)
    {
        foreach (var other in Catalog.Find(name)!.AlsoCalled.Where(n => n.As is not null))
        {
            var plan = Language.Check(new SourceText("law.pipe", CodeExamples.Two + other.As!.Replace("{}", "genre")), new());
            Assert.DoesNotContain(plan.Diagnostics, d => d.Code.Name is "unknown-operator" or "unknown-argument" or "unknown-choice"
                || DiagnosticCode.In(typeof(ReadingCodes)).Contains(d.Code));
        }
    }

    [Fact]
    public void What_is_written_in_place_of_a_function_is_read() =>
        Assert.All(OtherForm.Known, form => Assert.DoesNotContain(
            Language.Check(new SourceText("law.pipe", $"{CodeExamples.Load}derive y = {form.Usage}"), new()).Diagnostics,
            d => DiagnosticCode.In(typeof(ReadingCodes)).Contains(d.Code)));

    static IEnumerable<string> Twice(IEnumerable<string> names) => names.GroupBy(Spelling.Key).Where(g => g.Count() > 1).Select(g => string.Join(" ", g));
}
