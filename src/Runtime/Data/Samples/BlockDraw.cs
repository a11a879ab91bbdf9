using System.Text;
using Runtime.Numerics;

namespace Runtime.Data.Samples;

/// <summary>Draws one block of rows into the columns.</summary>
sealed class BlockDraw(ColumnDescription[] columns, GroupSampler[] groups, int[] groupEnds, double[][] numbers, DrawnTexts?[] texts)
{
    const string Letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /// <summary>What the random streams are for.</summary>
    const long Purpose = 0x73616D706C65;

    readonly StringBuilder text = new();
    readonly double[] normals = new double[columns.Count(c => c.Kind == ColumnKind.Numbers)];

    public void Draw(int start, int end, long seed)
    {
        var random = new RandomStream(seed, Purpose, start);
        var words = Array.ConvertAll(texts, t => t?.Block(start));
        for (var row = start; row < end; row++)
        {
            var group = groups[WeightedChoice.At(groupEnds, random.Next(groupEnds[^1]))];
            foreach (ref var normal in normals.AsSpan()) normal = random.NextNormal();
            group.Correlate(normals);
            DrawRow(row, group, words, random);
        }
    }

    void DrawRow(int row, GroupSampler group, WordTable?[] words, RandomStream random)
    {
        var (number, word) = (0, 0);
        for (var j = 0; j < columns.Length; j++)
        {
            var column = columns[j];
            if (words[j] is { } table)
            {
                texts[j]!.Codes[row] = CodeOf(column, group, table, random, ref word);
            }
            else
            {
                numbers[j][row] = column.Kind switch
                {
                    ColumnKind.RowNumber => column.First + row,
                    ColumnKind.Group => group.Number,
                    _ => Rounded(column, group.NumberOf(number, normals[number++], random.NextDouble())),
                };
            }
        }
    }

    int CodeOf(ColumnDescription column, GroupSampler group, WordTable table, RandomStream random, ref int word) => column.Kind switch
    {
        ColumnKind.Ids => table.Add(Id(column.Length, random)),
        ColumnKind.Group => group.Value is { } value ? table.Add(value) : -1,
        _ => group.Words(word++).Draw(random, table, text),
    };

    static double Rounded(ColumnDescription column, double value) => Rounding.Round(value, column.Decimals, column.Significant);

    string Id(int length, RandomStream random)
    {
        text.Clear();
        for (var bits = 0UL; text.Length < length; bits /= 62)
        {
            // Ten letters take less than 60 of the 64 bits.
            if (text.Length % 10 == 0) bits = random.NextBits();
            text.Append(Letters[(int)(bits % 62)]);
        }
        return text.ToString();
    }
}
