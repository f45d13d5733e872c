using System.Text.Json;
using EvalGate.Datasets;
using EvalGate.Files;
using EvalGate.Model;
using EvalGate.ShadowLogs;
using EvalGate.Slicing;

namespace EvalGate.Commands;

/// <summary>Which answer a promoted case expects.</summary>
public enum PromotedAnswer
{
    /// <summary>None: a person writes it.</summary>
    None,

    /// <summary>The incumbent's.</summary>
    Incumbent,

    /// <summary>The candidate's.</summary>
    Candidate,
}

/// <summary>What to make cases of.</summary>
public sealed record ShadowPromotionRequest
{
    /// <summary>The folder that logs are relative to.</summary>
    public required string Folder { get; init; }

    /// <summary>Where suites are looked for.</summary>
    public required string Project { get; init; }

    /// <summary>The suite; null for the only one.</summary>
    public string? Suite { get; init; }

    /// <summary>Pairs that disagree, the most informative first.</summary>
    public required IReadOnlyList<InformativePair> Pairs { get; init; }

    /// <summary>How many cases are wanted.</summary>
    public required int Count { get; init; }

    /// <summary>What they expect.</summary>
    public PromotedAnswer Expected { get; init; }

    /// <summary>Today.</summary>
    public required DateOnly Today { get; init; }
}

/// <summary>What became of a promotion.</summary>
/// <param name="Problems">Why nothing was added.</param>
/// <param name="Added">The new cases, as they were written.</param>
/// <param name="LikeOthers">How many were passed over because a case asks nearly the same.</param>
/// <param name="Unreadable">How many were passed over because their log does not hold the input.</param>
public sealed record ShadowPromotionResult(IReadOnlyList<Diagnostic> Problems, IReadOnlyList<AddedCase> Added, int LikeOthers, int Unreadable);

/// <summary>Makes cases of the disagreements that teach most.</summary>
public static class ShadowPromotion
{
    /// <summary>Adds cases behind the last one of a suite, without personal data and unreviewed.</summary>
    /// <param name="request">Which.</param>
    /// <param name="language">The language of suites.</param>
    /// <exception cref="FilesException">A file cannot be read or written.</exception>
    public static ShadowPromotionResult Execute(ShadowPromotionRequest request, ISuiteLanguage language)
    {
        var sets = CaseSets.Read(request.Project, request.Suite, language).Only();
        if (sets.Suites is not [var loaded])
        {
            return new(sets.Problems, [], 0, 0);
        }

        var (added, like) = Prepare(request, loaded);
        var problems = added.SelectMany(a => a.Problems).ToArray();
        if (problems.Length == 0)
        {
            added.ForEach(AddCaseCommand.Write);
        }

        return new(problems, added, like, request.Pairs.Count(p => p.InputHash is null));
    }

    /// <summary>As many cases as are wanted of pairs that ask what no case asks yet.</summary>
    private static (List<AddedCase> Added, int Like) Prepare(ShadowPromotionRequest request, LoadedSuite loaded)
    {
        var (asked, ids) = (new AskedQuestions(loaded.Cases), loaded.Cases.Select(c => c.Id).ToHashSet(StringComparer.Ordinal));
        var (added, like) = (new List<AddedCase>(), 0);
        foreach (var pair in Read(request, [.. request.Pairs.Where(p => p.InputHash is not null)]).TakeWhile(_ => added.Count < request.Count))
        {
            var prepared = AddCaseCommand.Prepare(Case(pair, request, loaded.Suite), loaded, asked);
            if (prepared.Like.Count > 0 || !ids.Add(prepared.Case!.Id))
            {
                like++;
                continue;
            }

            added.Add(prepared);
            asked.Add(prepared.Case!);
        }

        return (added, like);
    }

    /// <summary>The pairs with their texts, in the order asked for. Logs are read once more: only what is promoted is ever held.</summary>
    private static IEnumerable<ShadowPair> Read(ShadowPromotionRequest request, IReadOnlyList<InformativePair> wanted)
    {
        // Cases that ask nearly the same are passed over, so a few more are read than are wanted.
        const int Reserve = 4;
        var places = wanted.Take(request.Count * Reserve).Select((p, i) => (p.Place, i)).ToDictionary();
        return new ShadowLogReader().Read(request.Folder, places.Keys.Select(p => p.File).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            .Where(p => p.Arm == ShadowArm.Candidate && places.ContainsKey(p.Place))
            .OrderBy(p => places[p.Place]);
    }

    private static AddCaseRequest Case(ShadowPair pair, ShadowPromotionRequest request, Suite suite)
    {
        var declared = suite.Attributes.OfType<DeclaredAttribute>().Select(a => a.Name).ToHashSet(StringComparer.Ordinal);
        return new()
        {
            Folder = request.Project,
            Id = $"shadow-{ContentHash.OfCase(pair.Input, default)[..8]}",
            Input = pair.Input,
            Expected = request.Expected switch { PromotedAnswer.Incumbent => pair.Incumbent.Output, PromotedAnswer.Candidate => pair.Shadow.Output, _ => default },
            Slices = pair.Slices.Where(s => declared.Contains(s.Key)).ToDictionary(StringComparer.Ordinal),
            Source = $"{pair.Place.File}#{pair.Id}",
            Redaction = SensitiveText.Usual,
            Today = request.Today,
            IsReviewed = false,
        };
    }
}
