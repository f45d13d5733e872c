using System.CommandLine;
using System.Globalization;
using EvalGate.Commands;
using EvalGate.Tool.Options;
using EvalGate.Tool.Printing;

namespace EvalGate.Tool.Verbs;

/// <summary><c>evalgate merge</c></summary>
internal sealed class MergeVerb
{
    private readonly Argument<string[]> _runs = new("RUN") { Description = "The runs of all shards, in any order: files, or quoted patterns such as 'shards/**/*.jsonl'.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string> _output = new("--output", "-o") { Description = "Where the merged run goes.", HelpName = "FILE.jsonl", Required = true };
    private readonly JsonOption _json = new();

    public static Verb Create(Terminal terminal) => new MergeVerb().Build(terminal);

    private Verb Build(Terminal terminal)
    {
        var verb = new Verb("merge", "Makes one run of the shards that several machines ran.")
        {
            Examples =
            [
                ("EVALGATE_SHARD=2/3 dotnet test", "On the second of three machines: a stable third of the cases."),
                ("evalgate merge 'shards/**/*.jsonl' -o merged.jsonl", "Where the runs were collected: a missing shard, or one that is there twice, is an error."),
                ("evalgate gate merged.jsonl", "The verdict of the whole run."),
            ],
        };
        verb.Add(_runs);
        verb.Add(_output);
        verb.Add(_json.Option);
        verb.SetAction(parsed => Invoke(parsed, terminal));
        return verb;
    }

    private int Invoke(ParseResult parsed, Terminal terminal)
    {
        var output = parsed.GetRequiredValue(_output);
        var result = MergeCommand.Execute(terminal.Folder, parsed.GetValue(_runs) ?? [], output);
        terminal.ShowAny(result.Problems);
        if (result.Run is not { } run)
        {
            return ExitCode.NotJudged;
        }

        var text = string.Create(CultureInfo.InvariantCulture, $"{run.Header.Suite}: {result.Shards} shards, {run.Records.Count} results in {output}\nNext: evalgate gate {output}\n");
        _json.Show(parsed, terminal, text, () => JsonText.Of("merged", json =>
        {
            json.WriteString("suite", run.Header.Suite);
            json.WriteString("run", run.Header.RunId);
            json.WriteString("file", output);
            json.WriteNumber("shards", result.Shards);
            json.WriteNumber("results", run.Records.Count);
        }));
        return ExitCode.NothingBlocks;
    }
}
