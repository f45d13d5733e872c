using System.CommandLine;
using System.Globalization;
using EvalGate.Commands;
using EvalGate.Suites;
using EvalGate.Tool.Options;
using EvalGate.Tool.Printing;

namespace EvalGate.Tool.Verbs;

/// <summary><c>evalgate ab</c></summary>
internal sealed class AbVerb
{
    private const int FewestBlocks = 2;
    private const int MostBlocks = 100;

    private readonly PlaceOptions _place = new();
    private readonly Argument<string?> _suite;
    private readonly Option<string> _variant = new("--variant")
    {
        Description = "The variant of the subject to compare with, as it knows it by context.Variant. Default: baseline.",
        HelpName = "NAME",
        DefaultValueFactory = _ => "baseline",
    };

    private readonly Option<string?> _revision = new("--baseline-ref")
    {
        Description = "Compare with the code of an earlier commit: a branch, a tag, a hash.",
        HelpName = "REV",
    };

    private readonly Option<int> _blocks = new("--blocks")
    {
        Description = "With --baseline-ref: in how many parts the cases are run, in turn with the other side. Default: 8.",
        HelpName = "N",
        DefaultValueFactory = _ => 8,
    };

    private readonly JsonOption _json = new();

    private AbVerb(Terminal terminal) => _suite = _place.Suite("SUITE", "A suite's name. Default: every suite of this project.", terminal);

    public static Verb Create(Terminal terminal) => new AbVerb(terminal).Build(terminal);

    private Verb Build(Terminal terminal)
    {
        var verb = new Verb("ab", "Lets two variants of the subject answer every case in turn, and judges how durations changed.")
        {
            Examples =
            [
                ("evalgate ab", "The candidate beside the variant 'baseline', in the project as it is built."),
                ("evalgate ab support --variant gpt-5-mini --project src/HelpDesk", "One suite, beside another variant."),
                ("evalgate ab --baseline-ref main", "The project as it is built beside the code of main, for subjects without a switch."),
            ],
            Notes =
            [
                "For rules such as { metric: latency_ms, max_rise: 10% }. The tests run once, without a verdict of their own, with EVALGATE_AB=NAME: in one process on this machine, so that the machine does not count. It calls what the evals call, twice.",
                "With --baseline-ref, the commit is built in a temporary worktree, which goes afterwards; your files stay as they are. Two versions of one assembly cannot share a process: each side's tests run in processes of their own, a part of the cases at a time, in the order base, yours, yours, base. Every part starts a process whose first answers are slow on both sides: fewer parts weaken that, more parts even out a machine that changes its speed.",
            ],
        };
        verb.Add(_suite);
        verb.AddAll([_variant, _revision, _blocks, .. _place.All, _json.Option]);
        verb.Validators.Add(Check);
        verb.SetAction(parsed => Invoke(parsed, terminal));
        return verb;
    }

    private void Check(System.CommandLine.Parsing.CommandResult result)
    {
        if (result.GetResult(_revision) is { Implicit: false } && result.GetResult(_variant) is { Implicit: false })
        {
            result.AddError("--variant and --baseline-ref exclude each other: a switch in one program, or the code of another commit.");
        }

        if (result.GetResult(_blocks) is { Implicit: false, Errors: var errors } && !errors.Any() && result.GetValue(_blocks) is < FewestBlocks or > MostBlocks)
        {
            result.AddError($"--blocks is a whole number from {FewestBlocks} to {MostBlocks}.");
        }
    }

    private int Invoke(ParseResult parsed, Terminal terminal)
    {
        var suite = parsed.GetValue(_suite);
        var suites = new GateRunsRequest { Folder = _place.Folder(parsed, terminal), Target = suite, Results = _place.Results(parsed, terminal) };
        try
        {
            var result = parsed.GetValue(_revision) is { } revision
                ? Commits(new() { Suites = suites, Revision = revision, Blocks = parsed.GetValue(_blocks) }, terminal)
                : Variants(new() { Suites = suites, Variant = parsed.GetRequiredValue(_variant) }, terminal);
            return JudgedSuites.Show(result, suite is not null, _json, parsed, terminal);
        }
        catch (OperationCanceledException)
        {
            terminal.Error.WriteLine("Stopped: nothing was judged, and the worktree is gone.");
            return ExitCode.Failed;
        }
    }

    private static GateRunsResult Variants(AbRequest request, Terminal terminal) => AbCommand.Execute(request, new YamlLanguage(), (folder, variant) =>
    {
        terminal.Error.WriteLine($"Running the evals of {Near.Path(terminal.Folder, folder)} beside the variant '{variant}' …");
        terminal.RunVariants(folder, variant);
    });

    private static GateRunsResult Commits(AbRefRequest request, Terminal terminal)
    {
        using var interruption = new Interruption();
        return AbRefCommand.Execute(request, new YamlLanguage(), new(Build, Run), interruption.Token);

        string? Build(string side, string folder, CancellationToken stop)
        {
            terminal.Error.WriteLine($"Building {side} in a temporary worktree …");
            return terminal.BuildEarlier(folder, stop);
        }

        void Run(AbBlock block, CancellationToken stop)
        {
            terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Part {block.Part.Index} of {block.Part.Count}: {block.Side} …"));
            terminal.RunBlock(block, stop);
        }
    }
}
