using System.Buffers;
using System.Text;

namespace Runtime.Data;

/// <summary>
/// Rewrites delimited text of any dialect as the plain one, so that only that one has to be cut and parsed: quotation marks doubled, one
/// delimiter, no comments. Lines stay where they are: what is left out leaves its line end behind, so that messages name the lines of
/// the file.
/// </summary>
sealed partial class PlainText(Dialect dialect)
{
    enum State
    {
        LineStart,
        FieldStart,
        Plain,
        Quoted,
        AfterQuote,
        Dropped,
    }

    readonly ArrayBufferWriter<byte> output = new(1 << 16);
    readonly byte[] comment = Encoding.UTF8.GetBytes(dialect.Comment);
    readonly byte[] parted = Encoding.UTF8.GetBytes(dialect.Long);
    readonly byte delimiter = (byte)dialect.PlainDelimiter;
    readonly bool blanks = dialect.Delimiter == Dialect.Blanks;
    byte[] field = new byte[256];
    int length, commentMatched, partMatched, linesToSkip = dialect.Skip;
    int strayAt = -1;
    bool wasQuoted, escaped, afterReturn, lineHasFields;
    State state = dialect.Skip > 0 ? State.Dropped : State.LineStart;

    public ReadOnlySpan<byte> Written => output.WrittenSpan;

    /// <summary>What was written is no longer wanted.</summary>
    public void Clear() => output.ResetWrittenCount();

    public void Add(ReadOnlySpan<byte> text)
    {
        foreach (var letter in text) Add(letter);
    }

    /// <summary>Nothing follows.</summary>
    public void End()
    {
        if (escaped) Put((byte)'\\');
        if (commentMatched > 0 && state == State.LineStart) ReplayComment();
        ReplayDelimiter();
        if (state == State.Quoted) strayAt = -2;
        if (state is not (State.LineStart or State.Dropped)) EndField();
    }

    /// <summary>A head rewritten at once.</summary>
    public static byte[] Of(ReadOnlySpan<byte> text, Dialect dialect)
    {
        var plain = new PlainText(dialect);
        plain.Add(text);
        plain.End();
        return plain.Written.ToArray();
    }

    void Add(byte letter)
    {
        var isBreak = letter is (byte)'\n' or (byte)'\r';
        switch (state)
        {
            case State.Dropped when !isBreak: return;
            case State.Quoted: AddQuoted(letter); return;
            case State.LineStart when !isBreak: StartLine(letter); return;
            case State.AfterQuote when IsQuote(letter):
                Put(letter);
                state = State.Quoted;
                return;
        }
        if (isBreak) EndLine(letter);
        else AddPlain(letter);
    }

    void StartLine(byte letter)
    {
        afterReturn = false;
        if (comment.Length > 0 && letter == comment[commentMatched])
        {
            if (++commentMatched < comment.Length) return;
            (commentMatched, state) = (0, State.Dropped);
            return;
        }
        ReplayComment();
        AddPlain(letter);
    }

    /// <summary>It looked like a comment and is none.</summary>
    void ReplayComment()
    {
        var matched = commentMatched;
        (commentMatched, state) = (0, State.FieldStart);
        for (var i = 0; i < matched; i++) AddPlain(comment[i]);
    }

    void AddPlain(byte letter)
    {
        if (parted.Length > 0 && !escaped)
        {
            if (letter != parted[partMatched]) ReplayDelimiter();
            if (letter == parted[partMatched])
            {
                if (++partMatched == parted.Length) MeetLong();
                return;
            }
        }
        AddLetter(letter);
    }

    void MeetLong()
    {
        partMatched = 0;
        MeetDelimiter();
    }

    /// <summary>It looked like a delimiter of several bytes and is none.</summary>
    void ReplayDelimiter()
    {
        var matched = partMatched;
        partMatched = 0;
        for (var i = 0; i < matched; i++) AddLetter(parted[i]);
    }

    void AddLetter(byte letter)
    {
        if (escaped) AddEscaped(letter);
        else if (IsDelimiter(letter)) MeetDelimiter();
        else if (state == State.FieldStart && letter == ' ' && dialect.Trims) return;
        else if (state == State.FieldStart && IsQuote(letter)) (state, wasQuoted) = (State.Quoted, true);
        else if (state == State.AfterQuote && letter == ' ') return;
        else
        {
            if (state == State.AfterQuote) strayAt = length;
            state = State.Plain;
            if (dialect.Backslash && letter == '\\') escaped = true;
            else Put(letter);
        }
    }

    void AddQuoted(byte letter)
    {
        if (escaped) AddEscaped(letter);
        else if (dialect.Backslash && letter == '\\') escaped = true;
        else if (letter == dialect.Quote) state = State.AfterQuote;
        else Put(letter);
    }

    void AddEscaped(byte letter)
    {
        escaped = false;
        if (letter != dialect.Quote && letter != '\\' && letter != dialect.Delimiter && letter != '"') Put((byte)'\\');
        Put(letter);
    }

    bool IsQuote(byte letter) => letter == dialect.Quote && letter != Dialect.NoQuote;

    bool IsDelimiter(byte letter) => blanks ? letter is (byte)' ' or (byte)'\t' : letter == dialect.Delimiter;

    void MeetDelimiter()
    {
        if (blanks && state == State.FieldStart) return;
        EndField();
        state = State.FieldStart;
    }

    void EndLine(byte letter)
    {
        ReplayDelimiter();
        if (escaped) Put((byte)'\\');
        escaped = false;
        if (commentMatched > 0) ReplayComment();
        // A blank behind the last field is no field.
        if (state is State.Plain or State.AfterQuote || (state == State.FieldStart && !blanks)) EndField();
        output.Write([letter]);
        var second = letter == '\n' && afterReturn;
        if (linesToSkip > 0 && !second) linesToSkip--;
        (afterReturn, lineHasFields) = (letter == '\r', false);
        state = linesToSkip > 0 ? State.Dropped : State.LineStart;
    }
}
