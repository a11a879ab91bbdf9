using Runtime;

namespace Dsl.Diagnostics;

/// <summary>All codes there are, found where they are declared: in the order one may meet them, those of operators by name.</summary>
public static class Codes
{
    static readonly Type[] InOrder =
        [typeof(ReadingCodes), typeof(BindingCodes), typeof(BlockCodes), typeof(ContractCodes), typeof(RunningCodes)];

    public static NamedList<DiagnosticCode> All { get; } = new([.. InOrder.SelectMany(DiagnosticCode.In), .. OfOperators]);

    static IEnumerable<DiagnosticCode> OfOperators => typeof(DiagnosticCode).Assembly.GetTypes()
        .Where(t => t != typeof(ContractCodes))
        .SelectMany(DiagnosticCode.In)
        .OrderBy(c => c.Name, StringComparer.Ordinal);
}
