using System.CommandLine;
using EvalGate.Commands;
using EvalGate.Model;
using EvalGate.Suites;
using EvalGate.Tool.Options;

namespace EvalGate.Tool.Verbs;

/// <summary><c>evalgate cases add</c></summary>
internal sealed class CasesAddVerb
{
    private readonly Option<string?> _id = new("--id") { Description = "The id. Default: one made of the input.", HelpName = "ID" };
    private readonly Option<string[]> _input = new("--input") { Description = "The input: JSON, or KEY=VALUE for each member of an object.", HelpName = "VALUE", Required = true };
    private readonly Option<string[]> _expected = new("--expected") { Description = "What is expected, in the same way.", HelpName = "VALUE" };
    private readonly Option<string[]> _slices = new("--slice") { Description = "A declared slice value; repeat it for several.", HelpName = "ATTRIBUTE=VALUE" };
    private readonly Option<string?> _group = new("--group") { Description = "The group that the case belongs to.", HelpName = "NAME" };
    private readonly Option<string?> _source = new("--source") { Description = "Where it comes from.", HelpName = "TEXT" };
    private readonly CaseOptions _options = new();
    private readonly CaseAddition _addition = new();

    public static Verb Create(Terminal terminal) => new CasesAddVerb().Build(terminal);

    private Verb Build(Terminal terminal)
    {
        var verb = new Verb("add", "Adds a case behind the last one, unless one like it is there.")
        {
            Examples =
            [
                ("evalgate cases add --input question=\"Where is my parcel?\" \\\n  --expected intent=shipping --slice language=en", "Added and reviewed today; slices that are computed are shown."),
            ],
        };
        _options.AddTo(verb, _id, _input, _expected, _slices, _group, _source, _addition.Yes);
        verb.SetAction(parsed => Invoke(parsed, terminal));
        return verb;
    }

    private int Invoke(ParseResult parsed, Terminal terminal)
    {
        var problems = new List<Diagnostic>();
        var request = new AddCaseRequest
        {
            Folder = _options.Folder(parsed, terminal),
            Suite = _options.Suite(parsed),
            Id = parsed.GetValue(_id),
            Input = JsonValueText.Read("--input", parsed.GetValue(_input) ?? [], problems),
            Expected = JsonValueText.Read("--expected", parsed.GetValue(_expected) ?? [], problems),
            Slices = CaseOptions.Slices(parsed.GetValue(_slices) ?? [], problems),
            Group = parsed.GetValue(_group),
            Source = parsed.GetValue(_source),
            Today = CaseOptions.Today(terminal),
        };
        return _addition.Finish(parsed, terminal, _options, problems.Count > 0 ? new() { Problems = problems } : AddCaseCommand.Prepare(request, new YamlLanguage()));
    }
}
