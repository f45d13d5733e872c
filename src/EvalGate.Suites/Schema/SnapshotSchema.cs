using System.Text.Json.Nodes;
using EvalGate.Suites.Reading;

namespace EvalGate.Suites.Schema;

/// <summary><c>snapshots:</c></summary>
internal static class SnapshotSchema
{
    private const string Path = @"^output(\..+)?$";

    public static JsonObject Snapshots() => SchemaNode.Map(
        "Every output is compared with an approved one, kept in NAME.snapshots beside the suite.",
        [],
        ("of", SchemaNode.Text("The part of the output that is stored. Default: output, the whole of it.", Path)),
        ("store", SchemaNode.Word("value (the default): the part as it is; facts: only its numbers, dates, links, negations, citations, refusal, language and length.", Words.Store.Select(w => w.Word))),
        ("policy", Policy("What a change does: block (its test fails), review (it waits for approval), off. Default: prose is for review, everything else blocks.")),
        ("fields", SchemaNode.Names("The policy below single paths: { output.intent: block, output.answer: review }.", Policy("What a change there does."))),
        ("ignore", SchemaNode.Texts("Paths whose values do not matter, such as output.confidence; steps through lists are left out.", Path)),
        ("unordered", SchemaNode.Texts("Paths of lists whose order does not matter.", Path)),
        ("tolerance", SchemaNode.Figure("How far apart two numbers may be and still be the same. Default: 0.", @"^[0-9]+(\.[0-9]+)?$", "0.001")),
        ("compare", SchemaNode.Word("When two texts are the same: exact (the default), loose (whatever white space, case and markup), lines (in any order), facts.", Words.TextComparisons.Select(w => w.Word))),
        ("layout", SchemaNode.Word("flat (the default): one folder; sharded: 256 folders, for thousands of cases.", Words.Layouts.Select(w => w.Word))));

    private static JsonObject Policy(string description) => SchemaNode.Word(description, Words.SnapshotPolicies.Select(w => w.Word));
}
