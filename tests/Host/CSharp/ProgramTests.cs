using System.Reflection;
using Dsl;
using Dsl.Diagnostics;
using Host.CSharp;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Runtime;

namespace Tests.Host.CSharp;

/// <summary>The program and the script that stand side by side in docs/csharp.md: both run, and say the same.</summary>
public class ProgramTests
{
    static readonly string Page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "csharp.md")).ReplaceLineEndings("\n");

    /// <summary>What a new console project has without saying so, with a console that keeps what is written.</summary>
    const string Surroundings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        static class Console
        {
            public static readonly List<string> Lines = [];
            public static void WriteLine(object value) => Lines.Add(value.ToString());
        }
        """;

    [Fact]
    public void The_program_and_the_script_find_the_same_labels()
    {
        var (program, script) = (Fence("csharp"), Fence("script"));
        Assert.InRange(program.TrimEnd().Count(c => c == '\n') + 1, 1, 15);
        Assert.Equal(string.Join(' ', LabelsOf(script)), Output(program)[^1]);
    }

    static int[] LabelsOf(string script)
    {
        var plan = Language.Check(new SourceText("docs/csharp.md", script), new LanguageOptions());
        Assert.Empty(plan.Diagnostics);
        var labels = plan.Steps.Aggregate(Study.Empty, (study, step) => step.Operator!.Apply(study)).Labeling("dense").Labels;
        Assert.True(labels.Distinct().Count() > 1);
        return labels;
    }

    static List<string> Output(string program)
    {
        var compilation = CSharpCompilation.Create("program", [CSharpSyntaxTree.ParseText(program), CSharpSyntaxTree.ParseText(Surroundings)],
            MetadataReferences.OfProgram, new CSharpCompilationOptions(OutputKind.ConsoleApplication));
        using var stream = new MemoryStream();
        Assert.Empty(compilation.Emit(stream).Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error));
        var assembly = Assembly.Load(stream.ToArray());
        assembly.EntryPoint!.Invoke(null, [Array.Empty<string>()]);
        return (List<string>)assembly.GetType("Console")!.GetField("Lines")!.GetValue(null)!;
    }

    /// <summary>The fence after the mark of this name.</summary>
    static string Fence(string name) => Page.Split($"<!-- {name} -->\n")[1].Split("```")[1].Split('\n', 2)[1];
}
