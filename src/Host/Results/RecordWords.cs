namespace Host.Results;

/// <summary>Cuts a line at its blanks, but not within quotation marks and back-ticks; what stands in them stays as it is written.</summary>
static class RecordWords
{
    public static string[] Of(string line)
    {
        var tokens = new List<string>();
        for (var at = 0; at < line.Length;)
        {
            if (line[at] == ' ')
            {
                at++;
                continue;
            }
            var end = EndOf(line, at);
            tokens.Add(line[at..end]);
            at = end;
        }
        return [.. tokens];
    }

    static int EndOf(string line, int at)
    {
        var mark = '\0';
        for (; at < line.Length && (mark != '\0' || line[at] != ' '); at++)
        {
            if (mark != '\0' && line[at] == '\\') at++;
            else if (line[at] == mark) mark = '\0';
            else if (mark == '\0' && line[at] is '"' or '`') mark = line[at];
        }
        return Math.Min(at, line.Length);
    }
}
