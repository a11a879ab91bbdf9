namespace Host.CSharp;

/// <summary>What the compiler refuses: in which text, where, and why.</summary>
/// <param name="File">The name of the text; empty for the block.</param>
/// <param name="Line">From 1.</param>
sealed record CodeError(string File, int Start, int Length, int Line, string Code, string Message);

/// <summary>An assembly as bytes, or what was wrong with its text.</summary>
sealed record CompiledCode(byte[] Assembly, byte[] Symbols, IReadOnlyList<CodeError> Errors)
{
    public static CompiledCode Refused(IReadOnlyList<CodeError> errors) => new([], [], errors);
}
