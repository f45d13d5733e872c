using HelpDesk.Reading;

namespace HelpDesk;

/// <summary>A version of the assistant: how it reads words, how much it knows, and whether it remembers what was said before.</summary>
/// <remarks>The environment variable <c>ASSISTANT</c> chooses one; unset means <see cref="V1"/>.</remarks>
public sealed record AssistantVersion
{
    private AssistantVersion(string name, Func<IReadOnlySet<string>, ITokeniser> tokeniser) => (Name, Tokeniser) = (name, tokeniser);

    /// <summary>Splits compound words by the vocabulary of the articles, knows the articles alone, and takes each message by itself.</summary>
    public static AssistantVersion V1 { get; } = new("v1", vocabulary => new CompoundTokeniser(vocabulary));

    /// <summary>Stems words, knows the frequent questions beside the articles, and remembers the message before.</summary>
    public static AssistantVersion V2 { get; } = new("v2", _ => new StemmingTokeniser()) { KnowsFaq = true, Remembers = true };

    /// <summary>The name that selects it.</summary>
    public string Name { get; }

    internal bool KnowsFaq { get; private init; }

    internal bool Remembers { get; private init; }

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
