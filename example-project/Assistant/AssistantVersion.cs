using HelpDesk.Reading;

namespace HelpDesk;

/// <summary>A version of the assistant: how it reads words and how much it knows.</summary>
/// <remarks>The environment variable <c>ASSISTANT</c> chooses one; unset means <see cref="V1"/>.</remarks>
public sealed record AssistantVersion
{
    private AssistantVersion(string name, bool knowsFaq, Func<IReadOnlySet<string>, ITokeniser> tokeniser) =>
        (Name, KnowsFaq, Tokeniser) = (name, knowsFaq, tokeniser);

    /// <summary>Splits compound words by the vocabulary of the articles, and knows the articles alone.</summary>
    public static AssistantVersion V1 { get; } = new("v1", knowsFaq: false, vocabulary => new CompoundTokeniser(vocabulary));

    /// <summary>Stems words, and knows the frequent questions beside the articles.</summary>
    public static AssistantVersion V2 { get; } = new("v2", knowsFaq: true, _ => new StemmingTokeniser());

    /// <summary>The name that selects it.</summary>
    public string Name { get; }

    internal bool KnowsFaq { get; }

    internal Func<IReadOnlySet<string>, ITokeniser> Tokeniser { get; }

    /// <summary>The version that <c>ASSISTANT</c> names.</summary>
    /// <exception cref="InvalidOperationException">The variable names no version.</exception>
    public static AssistantVersion FromEnvironment() =>
        Environment.GetEnvironmentVariable("ASSISTANT") switch
        {
            null or "" or "v1" => V1,
            "v2" => V2,
            var other => throw new InvalidOperationException($"ASSISTANT is '{other}'; the versions are v1 and v2."),
        };
}
