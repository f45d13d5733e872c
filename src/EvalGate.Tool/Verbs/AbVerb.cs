using System.CommandLine;
using EvalGate.Commands;
using EvalGate.Suites;
using EvalGate.Tool.Options;
using EvalGate.Tool.Printing;

namespace EvalGate.Tool.Verbs;

/// <summary><c>evalgate ab</c></summary>
internal sealed class AbVerb
{
    private readonly PlaceOptions _place = new();
    private readonly Argument<string?> _suite;
    private readonly Option<string> _variant = new("--variant")
    {
        Description = "The variant of the subject to compare with, as it knows it by context.Variant. Default: baseline.",
        HelpName = "NAME",
        DefaultValueFactory = _ => "baseline",
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
            ],
            Notes = ["For rules such as { metric: latency_ms, max_rise: 10% }. The tests run once, without a verdict of their own, with EVALGATE_AB=NAME: in one process on this machine, so that the machine does not count. It calls what the evals call, twice."],
        };
        verb.Add(_suite);
        verb.AddAll([_variant, .. _place.All, _json.Option]);

        verb.SetAction(parsed => Invoke(parsed, terminal));
        return verb;
    }

    private int Invoke(ParseResult parsed, Terminal terminal)
    {
        var suite = parsed.GetValue(_suite);
        var request = new AbRequest
        {
            Suites = new() { Folder = _place.Folder(parsed, terminal), Target = suite, Results = _place.Results(parsed, terminal) },
            Variant = parsed.GetRequiredValue(_variant),
        };
        var result = AbCommand.Execute(request, new YamlLanguage(), (folder, variant) =>
        {
            terminal.Error.WriteLine($"Running the evals of {Near.Path(terminal.Folder, folder)} beside the variant '{variant}' …");
            terminal.RunVariants(folder, variant);
        });
        return JudgedSuites.Show(result, suite is not null, _json, parsed, terminal);
    }
}
