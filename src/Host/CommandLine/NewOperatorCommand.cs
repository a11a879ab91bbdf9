using System.CommandLine;
using System.Text;
using System.Text.RegularExpressions;
using Host.CSharp;
using Runtime.Files;

namespace Host.CommandLine;

/// <summary><c>pipe new operator NAME</c>: an operator of one's own that works as it stands, to be changed.</summary>
sealed partial class NewOperatorCommand : ProgramCommand
{
    public override string Name => "operator";

    public override string Under => "new";

    public override IEnumerable<string> Values(string last, IReadOnlyList<string> given, HostContext host) => [];

    [GeneratedRegex("^[a-z][a-z0-9]*(_[a-z0-9]+)*$")]
    private static partial Regex Fit();

    public override Command Build(HostContext host, RootCommand root)
    {
        var name = new Argument<string>("NAME") { Description = "What steps will call it: small letters, digits and `_`." };
        var command = new Command(Name, $"Write an operator of one's own into the folder `{OwnOperators.FolderName}` here.") { name };
        command.SetAction(parsed => Write(parsed.GetRequiredValue(name), host));
        return command;
    }

    static int Write(string name, HostContext host)
    {
        if (!Fit().IsMatch(name))
            throw new WrongCommandLine($"`{name}` is no name of an operator.", "Use small letters, digits and `_`, such as `trim_ends`.");
        if (Catalog.Find(name) is not null)
            throw new WrongCommandLine($"There is already an operator `{name}`.", "Choose another name.");
        var file = $"{OwnOperators.FolderName}/{name}.cs";
        var path = host.PathOf(file);
        if (File.Exists(path)) throw new WrongCommandLine($"`{file}` is there already.", "Choose another name, or change that file.");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        WholeFile.Write(path, Encoding.UTF8.GetBytes(Template().Replace("NAME", name).Replace("TYPE", TypeName(name))));
        host.Output.WriteLine($"{file} is written: `{name} COLUMN factor=2` adds a column. Change it, then");
        host.Output.WriteLine("  pipe trust .              lets it run as it is then");
        host.Output.WriteLine($"  pipe help {name,-16}shows what its declaration says");
        host.Output.WriteLine("`pipe help c#` and CONTRIBUTING.md tell more.");
        return ExitCode.Fine;
    }

    static string TypeName(string name) =>
        string.Concat(name.Split('_').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));

    static string Template()
    {
        using var stream = typeof(NewOperatorCommand).Assembly.GetManifestResourceStream("operator.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
