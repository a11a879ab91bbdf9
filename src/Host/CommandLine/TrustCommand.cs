using System.CommandLine;
using Dsl.Diagnostics;
using Host.Trust;

namespace Host.CommandLine;

/// <summary><c>pipe trust FILE</c>: lets a script run its code, until that changes; of a folder, its own operators.</summary>
static class TrustCommand
{
    public static Command Build(Surroundings around)
    {
        var scripts = new ScriptFiles();
        var script = new Argument<string>("FILE") { Description = "The script, or a folder whose own operators are meant." };
        var command = new Command("trust", "Let a script run its C# and read files outside its folder, until that changes.");
        command.Add(script);
        foreach (var option in scripts.ToRead) command.Add(option);
        command.SetAction(parsed =>
        {
            var file = parsed.GetRequiredValue(script);
            if (Directory.Exists(around.PathOf(file))) return Folder(file, around);
            var source = ScriptFiles.Read(file, around);
            var (plan, code) = scripts.Gate(parsed, around).Accept(source, scripts.Options(file, parsed, around));
            foreach (var diagnostic in plan.Diagnostics.Where(d => !ScriptCode.IsPath(d))) around.Say(diagnostic, source);
            if (Gate.IsWrong(plan)) return ExitCode.ScriptFailed;
            around.Output.WriteLine(code.Parts.Count == 0 ? $"{source.Name} has no code and reads nothing outside: there is nothing to trust." : $"Trusted in {source.Name}:");
            List(code.Parts, around);
            return ExitCode.Fine;
        });
        return command;
    }

    static int Folder(string folder, Surroundings around)
    {
        var words = new Vocabulary(around).With(around.PathOf(folder));
        foreach (var error in words.Errors) around.Say(error, new SourceText(folder, ""));
        if (words.Errors.Count > 0) return ExitCode.ScriptFailed;
        var parts = words.Trust();
        around.Output.WriteLine(parts.Count == 0 ? $"{folder} has no own operators: there is nothing to trust." : $"Trusted in {folder}:");
        List(parts, around);
        return ExitCode.Fine;
    }

    static void List(IEnumerable<CodePart> parts, Surroundings around)
    {
        foreach (var part in parts) around.Output.WriteLine($"  {Question.Title(part).TrimEnd(':')}");
    }
}
