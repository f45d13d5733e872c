using System.CommandLine;
using System.CommandLine.Parsing;
using EvalGate.Commands;
using EvalGate.Model;
using EvalGate.Snapshots;

namespace EvalGate.Tool.Options;

/// <summary>The options that say which changes are meant: those that fit everything that is said.</summary>
internal sealed class ChangeOptions
{
    private readonly Option<string[]> _slice = new("--slice") { Description = "Only cases of this slice, such as language=de; repeat it for cases in several at once.", HelpName = "NAME=VALUE", Validators = { RequirePair } };
    private readonly Option<string[]> _kind = new("--kind") { Description = $"Only this kind of edit: {string.Join(", ", SnapshotWords.Kinds)}.", HelpName = "KIND", Validators = { RequireKind } };
    private readonly Option<string[]> _group = new("--group") { Description = "Only this group, by its letter in 'status'.", HelpName = "LETTER" };
    private readonly Option<string[]> _case = new("--case") { Description = "Only this case.", HelpName = "ID" };
    private readonly Option<bool> _notWorse = new("--not-worse") { Description = "Only cases whose quality metrics are known in the baseline and now, and did not fall.", Arity = ArgumentArity.Zero };
    private readonly Option<int?> _expected = new("--expect-count") { Description = "How many there must be; else nothing is done.", HelpName = "N" };

    public ChangeOptions() => _kind.CompletionSources.Add([.. SnapshotWords.Kinds]);

    public IEnumerable<Option> All => [_slice, _kind, _group, _case, _notWorse, _expected];

    public ChangeFilter Filter(ParseResult parsed) => new()
    {
        Slices = [.. (parsed.GetValue(_slice) ?? []).Select(Assignment.Of).Select(a => new Slicing.SlicePair(a.Name!, a.Value))],
        Kinds = [.. (parsed.GetValue(_kind) ?? []).Select(SnapshotWords.Parse).OfType<EditKind>()],
        Groups = parsed.GetValue(_group) ?? [],
        Cases = parsed.GetValue(_case) ?? [],
        OnlyNotWorse = parsed.GetValue(_notWorse),
    };

    public int? Expected(ParseResult parsed) => parsed.GetValue(_expected);

    private static void RequirePair(OptionResult result)
    {
        foreach (var token in result.Tokens.Where(t => Assignment.Of(t.Value).Name is null))
        {
            result.AddError($"--slice {token.Value}: write it as language=de.");
        }
    }

    private static void RequireKind(OptionResult result)
    {
        foreach (var token in result.Tokens.Where(t => SnapshotWords.Parse(t.Value) is null))
        {
            result.AddError($"--kind {token.Value}: there are {string.Join(", ", SnapshotWords.Kinds)}.{Nearest.Hint(token.Value, [.. SnapshotWords.Kinds])}");
        }
    }
}
