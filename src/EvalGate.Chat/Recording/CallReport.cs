using Microsoft.Extensions.AI;

namespace EvalGate.Chat;

/// <summary>Tells the repetition what a call used, and which model answered.</summary>
internal static class CallReport
{
    public static void Add(EvalContext context, string? model, UsageDetails? usage)
    {
        if (model is not null)
        {
            context.Component("model", model);
        }

        if (usage is { InputTokenCount: not null } or { OutputTokenCount: not null })
        {
            context.ReportUsage(new() { InputTokens = usage.InputTokenCount, OutputTokens = usage.OutputTokenCount });
        }
    }
}
