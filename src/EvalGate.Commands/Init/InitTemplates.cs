namespace EvalGate.Commands;

/// <summary>A first suite that runs as it is, with what to change in it.</summary>
internal sealed class InitTemplates(string suite, string rootNamespace)
{
    private readonly string _name = char.ToUpperInvariant(suite[0]) + suite[1..];

    /// <summary>The subject's class.</summary>
    public string Subject => $"{_name}Subject";

    public string Suite => $$"""
        suite: {{suite}}
        subject: {{rootNamespace}}.{{Subject}}     # the class that calls your system
        cases: {{suite}}.cases.jsonl

        slices:                         # every value is judged on its own
          - language

        metrics:
          correct: { scorer: exact, of: output.answer, expected: expected.answer }

        snapshots: { policy: review }   # a changed answer waits for approval; block would fail its test

        gate:
          baseline: {{suite}}.baseline.jsonl
          rules:
            - { metric: correct, max_drop: 2pp }     # overall 2 points; every slice 5

        """;

    public static string GitAttributes => """
        # Approved outputs keep their line ends; a baseline is accepted whole or not at all.
        *.verified.* text eol=lf
        *.baseline.jsonl text eol=lf merge=binary

        """;

    public static string GitIgnore => """
        # What waits for approval is nobody else's.
        *.received.*

        """;

    public static string EditorConfig => """
        # Approved outputs stay as they came out.
        [*.verified.*]
        insert_final_newline = false
        trim_trailing_whitespace = false

        """;

    public static string Cases => """
        {"id":"capital-en-1","input":{"question":"What is the capital of France?"},"expected":{"answer":"Paris"},"slices":{"language":"en"}}
        {"id":"capital-en-2","input":{"question":"Which city is the capital of Spain?"},"expected":{"answer":"Madrid"},"slices":{"language":"en"}}
        {"id":"capital-en-3","input":{"question":"What is Poland's capital called?"},"expected":{"answer":"Warsaw"},"slices":{"language":"en"}}
        {"id":"capital-de-1","input":{"question":"Was ist die Hauptstadt von Frankreich?"},"expected":{"answer":"Paris"},"slices":{"language":"de"}}
        {"id":"capital-de-2","input":{"question":"Welche Stadt ist die Hauptstadt von Spanien?"},"expected":{"answer":"Madrid"},"slices":{"language":"de"}}
        {"id":"capital-de-3","input":{"question":"Wie heißt Polens Hauptstadt?"},"expected":{"answer":"Warschau"},"slices":{"language":"de"}}

        """;

    public string SubjectSource => $$"""
        using System;
        using System.Threading;
        using System.Threading.Tasks;
        using EvalGate;

        namespace {{rootNamespace}};

        /// <summary>What the 'input' of a case is read as.</summary>
        public sealed record {{_name}}Input(string Question);

        /// <summary>What the scorers see as 'output'.</summary>
        public sealed record {{_name}}Output(string Answer);

        /// <summary>The system under evaluation: call yours here, with its model, prompt, retrieval and all.</summary>
        public sealed class {{Subject}} : IEvalSubject<{{_name}}Input, {{_name}}Output>
        {
            /// <inheritdoc/>
            public Task<{{_name}}Output> RunAsync({{_name}}Input input, EvalContext context, CancellationToken cancellationToken)
            {
                // This one knows one answer. A wrong answer fails no test: the gate compares runs with the accepted baseline.
                var knows = input.Question.Contains("Fran", StringComparison.Ordinal);
                return Task.FromResult(new {{_name}}Output(knows ? "Paris" : "I do not know"));
            }
        }

        """;
}
