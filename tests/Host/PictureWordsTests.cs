using Host.Record;
using Host.Report;
using Runtime;
using Runtime.Charts;

namespace Tests.Host;

/// <summary>What a report says beside a picture, and of a measure.</summary>
public sealed class PictureWordsTests
{
    [Theory]
    [InlineData("Most of `a` (64 %).", "Most of `a` (64 %).", true)]
    [InlineData("Share of the rows. Most of `a` (64 %). Thick: the middle half.", "Most of `a` (64 %).", true)]
    [InlineData("Most of `a` (64 %).", "Most of `b` (64 %).", false)]
    [InlineData("most of `a` (64 %).", "Most of `a` (64 %).", false)]
    [InlineData(null, "Most of `a` (64 %).", false)]
    public void What_a_picture_says_is_not_said_again(string? note, string remark, bool isThere)
    {
        var step = new StepRecord(1, "top a", "top");
        step.Add(new Sheet("s", "Most of `a` (64 %).", []));
        Assert.False(step.IsInPicture(new(remark)));
        step.Add(new Figure("f", "Most of `a` (64 %).", [], []) { Note = note });
        Assert.Equal(isThere, step.IsInPicture(new(remark)));
    }

    [Theory]
    [InlineData("ami(a, b)", 0.36, "agreement: weak to moderate")]
    [InlineData("ami_archetypes_dense", 0.3415, "agreement: weak to moderate")]
    [InlineData("ari_a_b", 0.92, "agreement: nearly the same")]
    [InlineData("amigo", 0.36, "")]
    [InlineData("noise(dense)", 0.4203, "42.0 % of the rows")]
    public void A_measure_has_its_meaning_whatever_it_is_of(string name, double value, string meaning) =>
        Assert.Equal(meaning, Glossary.Meaning(new(name, value)));
}
