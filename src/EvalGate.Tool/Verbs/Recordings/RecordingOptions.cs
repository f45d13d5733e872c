using System.CommandLine;
using EvalGate.Commands;
using EvalGate.Suites;
using EvalGate.Tool.Options;

namespace EvalGate.Tool.Verbs;

/// <summary>Which recordings a command looks at.</summary>
internal sealed class RecordingOptions(Terminal terminal)
{
    private const int UsualDays = 180;

    private readonly PlaceOptions _place = new();
    private readonly Option<int> _days = new("--days")
    {
        Description = "Recordings so many days old have expired. Default: 180.",
        HelpName = "NUMBER",
        DefaultValueFactory = _ => UsualDays,
    };

    private Argument<string?>? _suite;

    public void AddTo(Verb verb, bool withDays)
    {
        _suite = _place.Suite("SUITE", "The suite's name. Default: every suite with recordings.", terminal);
        verb.Add(_suite);
        verb.Add(_place.All.First());
        if (withDays)
        {
            verb.Add(_days);
        }
    }

    public RecordingSuites Read(ParseResult parsed)
    {
        var today = DateOnly.FromDateTime(terminal.Clock.GetUtcNow().UtcDateTime);
        return RecordingSuites.Read(_place.Folder(parsed, terminal), parsed.GetValue(_suite!), new YamlLanguage(), today.AddDays(-parsed.GetValue(_days)));
    }
}
