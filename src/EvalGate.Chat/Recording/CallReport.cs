using Microsoft.Extensions.AI;

namespace EvalGate.Chat;

/// <summary>Tells the repetition what a call used, and which model answered.</summary>
internal static class CallReport
{
    /// <param name="context">The repetition.</param>
    /// <param name="isReplayed">Whether a recording answered.</param>
    /// <param name="model">The model that answered.</param>
    /// <param name="asked">The model that was asked: prices may be listed under either name.</param>
    /// <param name="usage">What it used; null when the service did not say.</param>
    public static void Add(EvalContext context, bool isReplayed, string? model, string? asked, UsageDetails? usage)
    {
        if (model is not null)
        {
            context.Component("model", model);
        }

        var used = new Usage { InputTokens = usage?.InputTokenCount, OutputTokens = usage?.OutputTokenCount };
        var cost = context.Prices?.CostOf([model, asked], used);
        used = used with { CostUsd = cost, UnpricedCalls = cost is null ? 1 : null };
        if (isReplayed)
        {
            context.ReportReplay(used);
        }
        else
        {
            context.ReportUsage(used);
        }
    }
}
