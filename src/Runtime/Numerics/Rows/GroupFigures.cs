using Runtime.Numerics.Statistics;

namespace Runtime.Numerics.Rows;

/// <summary>Count, mean, spread, range and sum of a column's numbers in each group; of the groups that have any.</summary>
/// <param name="Groups">Their numbers, ascending.</param>
public sealed record GroupFigures(int[] Groups, Moments[] Moments, double[] Sums) : IAggregate<GroupFigures, Nothing>
{
    /// <summary>Of the first column of rows whose group is their first code; −1 for none.</summary>
    public static GroupFigures Of(RowBlock rows, Nothing state)
    {
        var (numbers, codes) = (rows.Numbers(0).ToArray(), rows.Codes(0).ToArray());
        var (places, found) = (new int[numbers.Length], new Dictionary<int, int>());
        for (var row = 0; row < numbers.Length; row++)
        {
            if (codes[row] < 0 || double.IsNaN(numbers[row])) places[row] = -1;
            else if (row > 0 && codes[row] == codes[row - 1] && places[row - 1] >= 0) places[row] = places[row - 1];
            else if (!found.TryGetValue(codes[row], out places[row])) found.Add(codes[row], places[row] = found.Count);
        }
        int[] groups = [.. found.Keys.Order()];
        var (moments, sums) = Figures(numbers, places, found.Count);
        return new(groups, Array.ConvertAll(groups, g => moments[found[g]]), Array.ConvertAll(groups, g => sums[found[g]]));
    }

    /// <summary>A figure of each of so many groups; missing where there are too few numbers, or none that a double holds.</summary>
    public double[] Of(GroupFigure figure, int groups)
    {
        var result = new double[groups];
        Array.Fill(result, figure == GroupFigure.Count ? 0 : double.NaN);
        for (var i = 0; i < Groups.Length; i++)
        {
            var value = figure switch
            {
                GroupFigure.Count => Moments[i].Count,
                GroupFigure.Mean => Moments[i].Mean,
                GroupFigure.Sd => Moments[i].StandardDeviation(1),
                GroupFigure.Min => Moments[i].Min,
                GroupFigure.Max => Moments[i].Max,
                GroupFigure.Sum => Sums[i],
                _ => throw new ArgumentOutOfRangeException(nameof(figure), figure, "It needs the numbers themselves."),
            };
            if (double.IsFinite(value)) result[Groups[i]] = value;
        }
        return result;
    }

    public GroupFigures Merge(GroupFigures next)
    {
        var (groups, moments, sums) = (new List<int>(Groups.Length), new List<Moments>(Groups.Length), new List<double>(Groups.Length));
        for (int i = 0, j = 0; i < Groups.Length || j < next.Groups.Length;)
        {
            var (left, right) = (i < Groups.Length ? Groups[i] : int.MaxValue, j < next.Groups.Length ? next.Groups[j] : int.MaxValue);
            groups.Add(Math.Min(left, right));
            moments.Add(left < right ? Moments[i] : right < left ? next.Moments[j] : Moments[i].Merge(next.Moments[j]));
            sums.Add(left < right ? Sums[i] : right < left ? next.Sums[j] : Sums[i] + next.Sums[j]);
            if (left <= right) i++;
            if (right <= left) j++;
        }
        return new([.. groups], [.. moments], [.. sums]);
    }

    public void Write(BinaryWriter to)
    {
        to.WriteAll<int>(Groups);
        to.WriteAll<Moments>(Moments);
        to.WriteAll<double>(Sums);
    }

    public static GroupFigures Read(BinaryReader from) => new(from.ReadAll<int>(), from.ReadAll<Moments>(), from.ReadAll<double>());

    /// <summary>The figures of each group's numbers, which are brought together first.</summary>
    static (Moments[] Moments, double[] Sums) Figures(double[] numbers, int[] places, int count)
    {
        var starts = new int[count + 1];
        foreach (var place in places) if (place >= 0) starts[place + 1]++;
        for (var g = 0; g < count; g++) starts[g + 1] += starts[g];
        var (together, next) = (new double[starts[count]], starts[..count]);
        for (var row = 0; row < numbers.Length; row++) if (places[row] >= 0) together[next[places[row]]++] = numbers[row];
        var (moments, sums) = (new Moments[count], new double[count]);
        for (var g = 0; g < count; g++)
        {
            var own = together.AsSpan(starts[g]..starts[g + 1]);
            (moments[g], sums[g]) = (Statistics.Moments.Of(own), Lanes.Sum(own));
        }
        return (moments, sums);
    }
}
