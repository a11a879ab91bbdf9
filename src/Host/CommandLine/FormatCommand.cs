using System.CommandLine;
using System.Text;
using Dsl.Editing;
using Runtime.Files;

namespace Host.CommandLine;

/// <summary><c>pipe fmt [--check] FILES</c>: brings scripts into their one form.</summary>
sealed class FormatCommand : ProgramCommand
{
    public override string Name => "fmt";

    public override Command Build(HostContext host, RootCommand root)
    {
        var scripts = new ScriptFiles();
        var check = new Option<bool>("--check")
        {
            Description = "Change nothing; say which files are not in their form and fail if there are any.",
        };
        var command = new Command(Name,
            "Bring scripts into their one form; `-` writes standard input to standard output.") { scripts.Files, check };
        command.SetAction(parsed =>
        {
            var (broken, different) = (false, false);
            foreach (var file in scripts.Of(parsed, host))
            {
                var source = ScriptFiles.Read(file, host);
                var text = Formatter.Format(source, out var mistakes);
                host.Say(mistakes, source);
                broken |= mistakes.Count > 0;
                if (file == ScriptFiles.StandardInput && !parsed.GetValue(check)) host.OutputBytes.Write(Encoding.UTF8.GetBytes(text));
                else if (text != source.Text) different |= Settle(file, text, parsed.GetValue(check), host);
            }
            return broken || different ? ExitCode.ScriptFailed : ExitCode.Fine;
        });
        return command;
    }

    /// <summary>Writes the file, or says that it would be another; true when it stays different.</summary>
    static bool Settle(string file, string text, bool checkOnly, HostContext host)
    {
        if (!checkOnly) WholeFile.Write(host.PathOf(file), Encoding.UTF8.GetBytes(text));
        var shown = Printable.Of(file);
        host.Output.WriteLine(checkOnly ? $"{shown}: not in its form; `pipe fmt {shown}` puts it right." : $"{shown}: formatted.");
        return checkOnly;
    }
}
