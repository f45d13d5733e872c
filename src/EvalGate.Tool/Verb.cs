using System.CommandLine;

namespace EvalGate.Tool;

/// <summary>A command of the tool, with what its help teaches beyond the list of options.</summary>
internal sealed class Verb(string name, string description) : Command(name, description)
{
    /// <summary>Commands to copy, each with what it does.</summary>
    public required IReadOnlyList<(string Line, string Meaning)> Examples { get; init; }

    /// <summary>Paragraphs behind the options.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Adds options, in the order that the help lists them.</summary>
    public void AddAll(params IEnumerable<Option> options)
    {
        foreach (var option in options)
        {
            Add(option);
        }
    }
}
