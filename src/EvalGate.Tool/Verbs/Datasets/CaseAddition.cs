using System.CommandLine;
using System.Globalization;
using EvalGate.Commands;
using EvalGate.Model;
using EvalGate.Tool.Options;
using EvalGate.Tool.Printing;

namespace EvalGate.Tool.Verbs;

/// <summary>What <c>cases add</c> and <c>cases promote</c> do once they know the case: show what is like it, then write it.</summary>
internal sealed class CaseAddition
{
    public Option<bool> Yes { get; } = new("--yes") { Description = "Add it although cases are there that ask nearly the same.", Arity = ArgumentArity.Zero };

    public int Finish(ParseResult parsed, Terminal terminal, CaseOptions options, AddedCase added)
    {
        if (terminal.ShowAny(added.Problems))
        {
            return ExitCode.Failed;
        }

        foreach (var like in added.Like)
        {
            terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{like.Place}: case '{ShownText.Of(like.Id)}' asks nearly the same ({100 * like.Similarity:0} % of their word pairs are shared)."));
        }

        if (added.Like.Count > 0 && !parsed.GetValue(Yes))
        {
            terminal.Error.WriteLine("error: nothing was added. To add it all the same, add --yes, and --group for those that belong together.");
            return ExitCode.Blocked;
        }

        AddCaseCommand.Write(added);
        var file = CaseOptions.Shown(terminal, added.File);
        options.Json.Show(parsed, terminal, $"added {added.Case!.Id} to {file}\n  {(added.Slices.Count == 0 ? "in no slice" : $"in {string.Join(", ", added.Slices)}")}\n", () => JsonText.Of("added", json =>
        {
            json.WriteString("suite", added.Suite);
            json.WriteString("id", added.Case.Id);
            json.WriteString("file", file);
            json.WriteTexts("slices", added.Slices);
            json.WriteTexts("like", added.Like.Select(l => l.Id));
        }));
        return ExitCode.NothingBlocks;
    }
}
