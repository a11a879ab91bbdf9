using System.CommandLine;

namespace Host.CommandLine;

/// <summary><c>pipe completion SHELL</c>: a script that makes a shell ask <c>pipe complete</c> what may come next.</summary>
sealed class CompletionCommand : ProgramCommand
{
    public override string Name => "completion";

    static readonly Dictionary<string, string> Scripts = new()
    {
        ["bash"] = """
            # bash completion for pipe: eval "$(pipe completion bash)"
            _pipe() {
                local IFS=$'\n' words=()
                _get_comp_words_by_ref -n =: words 2>/dev/null || words=("${COMP_WORDS[@]:0:COMP_CWORD+1}")
                COMPREPLY=($("${words[0]}" complete -- "${words[@]:1}" 2>/dev/null))
                [[ ${COMPREPLY[0]} == */ ]] && compopt -o nospace 2>/dev/null
                return 0
            }
            complete -F _pipe pipe
            """,
        ["zsh"] = """
            #compdef pipe
            # zsh completion for pipe: eval "$(pipe completion zsh)"
            _pipe() {
                local -a found
                found=("${(@f)$(${words[1]} complete -- "${(@)words[2,$CURRENT]}" 2>/dev/null)}")
                compadd -Q -- $found
            }
            compdef _pipe pipe
            """,
        ["fish"] = """
            # fish completion for pipe: pipe completion fish | source
            function __pipe_complete
                set -l words (commandline -opc) (commandline -ct)
                $words[1] complete -- $words[2..-1] 2>/dev/null
            end
            complete -c pipe -f -a '(__pipe_complete)'
            """,
        ["powershell"] = """
            # PowerShell completion for pipe: pipe completion powershell | Out-String | Invoke-Expression
            Register-ArgumentCompleter -Native -CommandName pipe -ScriptBlock {
                param($word, $line, $cursor)
                $words = @($line.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })
                if ($word -eq '') { $words += '""' }
                pipe complete -- @words | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
            }
            """,
    };

    public override IEnumerable<string> Values(string last, IReadOnlyList<string> given, HostContext host) => Shells;

    public override Command Build(HostContext host, RootCommand root)
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh, fish or powershell." };
        var command = new Command(Name, "Print a script that completes words of `pipe` in a shell.") { shell };
        command.SetAction(parsed =>
        {
            var name = parsed.GetRequiredValue(shell);
            host.Output.WriteLine(Scripts.GetValueOrDefault(name)
                ?? throw new WrongCommandLine($"There is no completion for `{name}`.", Suggestion.For(name, Scripts.Keys)));
            return ExitCode.Fine;
        });
        return command;
    }

    public static IEnumerable<string> Shells => Scripts.Keys;
}
