using System.CommandLine;
using System.Text;

namespace EvalGate.Tool.Printing;

/// <summary>The help of a command: what it does, examples to copy, then everything it takes.</summary>
internal static class HelpText
{
    private const string Codes = "0 nothing blocks, 1 blocked, 2 not judged, 3 EvalGate failed or was called wrongly.";
    private const int WidestLeft = 26;

    public static string Of(Command command, int width)
    {
        var text = new StringBuilder();
        text.AppendJoin('\n', Wrapped(command.Description ?? "", width)).Append('\n');
        text.Append("\nUsage\n  ").Append(Usage(command)).Append('\n');
        if (command is Verb verb)
        {
            text.Append("\nExamples\n");
            foreach (var (line, meaning) in verb.Examples)
            {
                text.Append("  ").Append(line.Replace("\n", "\n  ", StringComparison.Ordinal)).Append('\n');
                text.Append("      ").AppendJoin("\n      ", Wrapped(meaning, width - 6)).Append('\n');
            }
        }

        Table(text, "Commands", command.Subcommands.Where(c => !c.Hidden).Select(c => (c.Name, c.Description?.Split('\n')[0] ?? "")), width);
        Table(text, "Arguments", command.Arguments.Select(a => (a.Name, a.Description ?? "")), width);
        Table(text, "Options", Options(command).Select(o => (Left(o), o.Description ?? "")), width);
        foreach (var note in (command as Verb)?.Notes ?? [])
        {
            text.Append('\n').AppendJoin('\n', Wrapped(note, width)).Append('\n');
        }

        return text.Append('\n').AppendJoin('\n', Wrapped($"Exit codes: {Codes}", width)).Append('\n').ToString();
    }

    private static string Usage(Command command)
    {
        var path = PathOf(command);
        var arguments = command.Arguments.Select(a => a.Arity.MinimumNumberOfValues == 0 ? $"[{a.Name}]" : a.Name);
        return string.Join(' ', [path, .. command.Subcommands.Count > 0 ? ["COMMAND"] : arguments, "[options]"]);
    }

    /// <summary><c>evalgate snapshots accept</c></summary>
    public static string PathOf(Command command) => command is RootCommand ? "evalgate" : $"{PathOf(command.Parents.OfType<Command>().First())} {command.Name}";

    private static IEnumerable<Option> Options(Command command) => command.Options.Concat(command.Parents.OfType<Command>().SelectMany(p => p.Options.Where(o => o.Recursive)))
        .Where(o => !o.Hidden);

    private static string Left(Option option)
    {
        var names = string.Join(", ", option.Aliases.Where(a => a is "-o" or "-h").Append(option.Name));
        var value = option.HelpName ?? (option.Arity.MaximumNumberOfValues == 0 ? "" : "VALUE");
        return value.Length == 0 ? names
            : option.Arity.MinimumNumberOfValues == 0 ? $"{names} [{value}]"
            : $"{names} {value}";
    }

    private static void Table(StringBuilder text, string title, IEnumerable<(string Left, string Right)> rows, int width)
    {
        var all = rows.ToArray();
        if (all.Length == 0)
        {
            return;
        }

        text.Append('\n').Append(title).Append('\n');
        var left = Math.Min(WidestLeft, all.Max(r => r.Left.Length)) + 4;
        foreach (var (name, meaning) in all)
        {
            var lines = Wrapped(meaning, width - left).ToArray();
            var first = $"  {name}".PadRight(left);
            text.Append(first.Length > left ? $"{first}\n{new string(' ', left)}" : first);
            text.AppendJoin($"\n{new string(' ', left)}", lines).Append('\n');
        }
    }

    internal static IEnumerable<string> Wrapped(string text, int width)
    {
        foreach (var paragraph in text.Split('\n'))
        {
            var line = new StringBuilder();
            foreach (var word in paragraph.Split(' '))
            {
                if (line.Length > 0 && line.Length + 1 + word.Length > width)
                {
                    yield return line.ToString();
                    line.Clear();
                }

                line.Append(line.Length > 0 ? " " : "").Append(word);
            }

            yield return line.ToString();
        }
    }
}
