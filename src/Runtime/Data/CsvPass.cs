using System.Collections.Concurrent;

namespace Runtime.Data;

/// <summary>One reading of a file from front to back.</summary>
sealed class CsvPass(ReadOptions options, Work work)
{
    /// <param name="Parts">The parsed chunks, in their order.</param>
    internal sealed record Outcome(CsvLayout Layout, IReadOnlyList<CsvPart> Parts)
    {
        public bool IsDoubtful => Parts.Any(p => p.IsDoubtful);

        public int Rows => Parts.Sum(p => p.Rows);
    }

    /// <param name="readings">How to read each column; null to guess from the head.</param>
    /// <exception cref="Refusal">The first thing that is wrong, in the order of the file.</exception>
    public Outcome Run(DelimitedInput input, ColumnReading[]? readings)
    {
        var cutter = new CsvCutter(input, options.ChunkBytes);
        using var chunks = cutter.Chunks().GetEnumerator();
        chunks.MoveNext();
        var layout = CsvFormat.LayoutOf(chunks.Current, input, options);
        var wanted = readings ?? CsvFormat.Guess(chunks.Current, layout, options);
        var parts = Parse(Following(chunks), layout, wanted, input);
        Check(parts, layout);
        return new Outcome(layout, parts);
    }

    static IEnumerable<CsvChunk> Following(IEnumerator<CsvChunk> chunks)
    {
        do yield return chunks.Current;
        while (chunks.MoveNext());
    }

    /// <summary>
    /// All rows, or the first ones: chunks of which surely every row is wanted are parsed side by side, those around the last
    /// wanted row one after the other, so that the types stand on exactly the rows that are kept.
    /// </summary>
    List<CsvPart> Parse(IEnumerable<CsvChunk> chunks, CsvLayout layout, ColumnReading[] readings, DelimitedInput input)
    {
        if (options.Rows is not { } rows) return ParseAll(chunks, layout, readings, input);
        using var next = chunks.GetEnumerator();
        var (records, more) = (0L, next.MoveNext());
        IEnumerable<CsvChunk> Whole()
        {
            for (; more && (records += next.Current.MostRecords) <= rows; more = next.MoveNext()) yield return next.Current;
        }
        IEnumerable<CsvChunk> Rest()
        {
            for (; more; more = next.MoveNext()) yield return next.Current;
        }
        var parts = ParseAll(Whole(), layout, readings, input);
        if (parts.TrueForAll(p => p.Failure is null)) ParseFirst(Rest(), rows, parts, layout, readings);
        return parts;
    }

    /// <summary>Whoever is free cuts (and unpacks) the next chunk, then parses it while others cut.</summary>
    List<CsvPart> ParseAll(IEnumerable<CsvChunk> chunks, CsvLayout layout, ColumnReading[] readings, DelimitedInput input)
    {
        var parts = new ConcurrentDictionary<int, CsvPart>();
        using var failed = new CancellationTokenSource();
        var source = chunks.TakeWhile(_ => !failed.IsCancellationRequested);
        void Parse(CsvChunk chunk)
        {
            var part = CsvPart.Parse(chunk, layout, readings, int.MaxValue);
            chunk.Return();
            parts[chunk.Index] = part;
            if (part.Failure is not null) failed.Cancel();
            work.Report($"reading {input.File}", input.Share);
        }
        var threads = new ParallelOptions { MaxDegreeOfParallelism = work.Threads, CancellationToken = work.Cancel };
        Parallel.ForEach(Partitioner.Create(source, EnumerablePartitionerOptions.NoBuffering), threads, Parse);
        return [.. parts.OrderBy(p => p.Key).Select(p => p.Value)];
    }

    /// <summary>One chunk after the other, until there are enough rows.</summary>
    void ParseFirst(IEnumerable<CsvChunk> chunks, int rows, List<CsvPart> parts, CsvLayout layout, ColumnReading[] readings)
    {
        rows -= parts.Sum(p => p.Rows);
        foreach (var chunk in chunks)
        {
            work.Cancel.ThrowIfCancellationRequested();
            parts.Add(CsvPart.Parse(chunk, layout, readings, rows));
            chunk.Return();
            rows -= parts[^1].Rows;
            if (rows == 0 || parts[^1].Failure is not null) break;
        }
    }

    void Check(List<CsvPart> parts, CsvLayout layout)
    {
        var failed = parts.FindIndex(p => p.Failure is not null);
        var bad = BadRecords.Of((failed < 0 ? parts : parts.Take(failed + 1)).Select(p => p.Bad));
        if (bad.Count > FileEnd.Footer(parts, options) && options.BadRows == BadRows.Stop)
            throw bad.Refusal(layout.File, layout.Names.Length);
        if (failed >= 0) throw parts[failed].Failure!;
        if (parts.Sum(p => (long)p.Rows) > Array.MaxLength)
            throw new Refusal($"`{layout.File}` has more than {Wording.Count(Array.MaxLength)} rows.", "Read the first ones with `rows=`.");
    }
}
