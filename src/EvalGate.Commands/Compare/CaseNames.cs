using System.Collections;
using EvalGate.Files;

namespace EvalGate.Commands;

/// <summary>Names of a table as a list of texts, made when they are asked for: of a million ids a report names a few.</summary>
/// <param name="names">The names.</param>
/// <param name="numbers">Which of them, in order.</param>
internal sealed class CaseNames(NameTable names, IReadOnlyList<int> numbers) : IReadOnlyList<string>
{
    public int Count => numbers.Count;

    public string this[int index] => names.Text(numbers[index]);

    public IEnumerator<string> GetEnumerator() => numbers.Select(names.Text).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
