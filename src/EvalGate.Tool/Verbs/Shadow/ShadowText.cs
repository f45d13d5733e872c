using System.Globalization;
using System.Text;
using System.Text.Json;
using EvalGate.Commands;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Reports;
using EvalGate.ShadowLogs;
using EvalGate.Tool.Printing;

namespace EvalGate.Tool.Verbs;

/// <summary>What shadow logs say, in words and as JSON.</summary>
internal static class ShadowText
{
    private const int MostReasons = 5;
    private const int MostEdits = 12;
    private const int LongestReason = 300;

    public static int ExitCodeOf(CutOverAnswer answer) => answer switch
    {
        CutOverAnswer.Ready => ExitCode.NothingBlocks,
        CutOverAnswer.NotReady => ExitCode.Blocked,
        _ => ExitCode.NotJudged,
    };

    public static string Of(ShadowCompareResult result, ShadowPromotionResult? promotion, Terminal terminal)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Answer(result.CutOver)}\n");
        text.AppendJoin("", result.CutOver.Reasons.Take(MostReasons).Select(r => $"  {ShownText.Of(r, LongestReason)}\n"));
        text.Append(result.CutOver.Reasons.Count > MostReasons ? $"  … and {result.CutOver.Reasons.Count - MostReasons} more\n" : "");
        text.Append(CultureInfo.InvariantCulture, $"\n{Figures.Count(result.Pairs, "pair")} of the candidate, {Figures.Count(result.NoisePairs, "pair")} of the incumbent with itself");
        text.Append(result.Repeated > 0 ? $"; {Figures.Count(result.Repeated, "repeated request")} left out\n\n" : "\n\n");
        text.Append(TextReport.Write(result.Verdict!, new() { Width = terminal.Width, HasNextStep = false }));
        AppendEdits(text, result);
        if (promotion is not null)
        {
            text.Append('\n').Append(Promoted(promotion, terminal));
        }

        return text.ToString();
    }

    public static string Json(ShadowCompareResult result, ShadowPromotionResult? promotion) => JsonText.Of("shadow-comparison", json =>
    {
        json.WriteString("answer", JsonNamingPolicy.SnakeCaseLower.ConvertName(result.CutOver.Answer.ToString()));
        json.WriteNumber("exit", ExitCodeOf(result.CutOver.Answer));
        json.WriteNumberOrNull("pairs_needed", result.CutOver.PairsNeeded);
        json.WriteTexts("reasons", result.CutOver.Reasons);
        json.WriteNumber("pairs", result.Pairs);
        json.WriteNumber("noise_pairs", result.NoisePairs);
        json.WriteNumber("repeated", result.Repeated);
        json.WriteAll("edits", result.Edits, edit =>
        {
            json.WriteString("kind", edit.Edit.Kind.ToString().ToLowerInvariant());
            json.WriteString("title", edit.Edit.Title);
            json.WriteNumber("pairs", edit.Pairs);
            json.WriteNumber("share", edit.Share);
            json.WriteNumberOrNull("noise", edit.Noise);
            json.WriteNumber("excess", edit.Excess);
        });
        json.WriteTexts("promoted", promotion?.Added.Select(a => a.Case!.Id) ?? []);
        json.WritePropertyName("verdict");
        json.WriteRawValue(JsonReport.Write(result.Verdict!).TrimEnd());
    });

    private static string Answer(CutOver answer) => answer switch
    {
        { Answer: CutOverAnswer.Ready } => "Ready to cut over.",
        { Answer: CutOverAnswer.NotReady } => "Not ready to cut over.",
        { PairsNeeded: { } needed } => $"Cannot tell yet: needs about {Figures.Count(needed, "more pair")}.",
        _ => "Cannot tell yet.",
    };

    private static void AppendEdits(StringBuilder text, ShadowCompareResult result)
    {
        var rows = result.Edits.Take(MostEdits).ToArray();
        text.Append(rows.Length > 0 ? "\nwhat it says differently                      pairs    share  noise floor   excess\n" : "");
        foreach (var edit in rows)
        {
            var noise = edit.Noise is { } share ? string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.0} %") : "–";
            text.Append(CultureInfo.InvariantCulture, $"  {Title(edit),-42} {edit.Pairs,6} {100 * edit.Share,6:0.0} %  {noise,11} {100 * edit.Excess,6:0.0} %\n");
        }

        var left = result.Edits.Count - rows.Length;
        text.Append(left > 0 ? $"  … and {Figures.Count(left, "other kind")}\n" : "");
    }

    private static string Title(EditGroup edit) => ShownText.Of($"{edit.Edit.Kind.ToString().ToLowerInvariant()} · {edit.Edit.Title}", 41);

    private static string Promoted(ShadowPromotionResult promotion, Terminal terminal)
    {
        var text = new StringBuilder();
        text.Append(promotion.Added is [var first, ..] ? $"added {Figures.Count(promotion.Added.Count, "case")} to {Options.CaseOptions.Shown(terminal, first.File)}; nobody has reviewed what they expect\n" : "added no case\n");
        text.Append(promotion.LikeOthers > 0 ? $"  {Figures.Count(promotion.LikeOthers, "disagreement")} passed over: a case asks nearly the same\n" : "");
        return text.Append(promotion.Unreadable > 0 ? $"  {Figures.Count(promotion.Unreadable, "disagreement")} passed over: their logs hold only a hash of the input\n" : "").ToString();
    }
}
