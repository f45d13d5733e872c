using System.Collections.ObjectModel;
using EvalGate.Judges;
using EvalGate.Model;
using EvalGate.Recordings;

namespace EvalGate;

/// <summary>What a subject may know about the case it answers, and what it reports beside its output.</summary>
/// <param name="suite">The suite's name.</param>
/// <param name="caseId">The case's id.</param>
/// <param name="repetition">Which repetition this is, from 1.</param>
/// <param name="variant">Which variant of the subject is asked.</param>
/// <remarks>Safe for use from several threads of one repetition.</remarks>
public sealed class EvalContext(string suite, string caseId, int repetition, string variant = EvalContext.Candidate)
{
    /// <summary>The variant that is evaluated: what the subject is asked for outside an A/B session, and in it for everything that is scored.</summary>
    public const string Candidate = "candidate";

    private static readonly AsyncLocal<EvalContext?> Ambient = new();

    private readonly Lock _lock = new();
    private SortedDictionary<string, string>? _components;
    private Usage? _usage;
    private Usage? _paid;
    private volatile bool _variantWasRead;
    private List<LabelledGrade>? _labelled;

    /// <summary>The repetition that the running code belongs to; null outside an eval, as in production.</summary>
    /// <remarks>Flows with asynchronous calls. Set by test hosts; model clients find here who is asking.</remarks>
    public static EvalContext? Current
    {
        get => Ambient.Value;
        set => Ambient.Value = value;
    }

    /// <summary>The suite's name.</summary>
    public string Suite { get; } = suite;

    /// <summary>The case's id. For logs; a subject that answers by id evaluates nothing.</summary>
    public string CaseId { get; } = caseId;

    /// <summary>Which repetition of the case this is, from 1.</summary>
    public int Repetition { get; } = repetition;

    /// <summary>Which variant of the subject is asked: <see cref="Candidate"/>, or in an A/B session, every other time, the name that <c>EVALGATE_AB</c> holds.</summary>
    /// <remarks>
    /// The switch by which a subject lets durations be compared: <c>var prompt = context.Variant == "baseline" ? oldPrompt : newPrompt;</c>. With
    /// <c>EVALGATE_AB=baseline</c> every case is answered by both, in turn, in one process on one machine, and only the candidate's answer is scored.
    /// A session in which no subject reads this compares the same code with itself and is not judged. Read it within the call that it is for.
    /// </remarks>
    public string Variant
    {
        get
        {
            _variantWasRead = true;
            return variant;
        }
    }

    /// <summary>Whether the subject asked which variant it is.</summary>
    public bool VariantWasRead => _variantWasRead;

    /// <summary>Answers and records model calls; null where the host keeps no recordings.</summary>
    public CallRecorder? Recorder { get; init; }

    /// <summary>What models cost; null where nothing is known of it.</summary>
    public PriceTable? Prices { get; init; }

    /// <summary>What was reported so far, or null when nothing was.</summary>
    public Usage? Usage
    {
        get { lock (_lock) { return _usage; } }
    }

    /// <summary>The part of <see cref="Usage"/> that was paid for in this run: without what recordings answered.</summary>
    public Usage? Paid
    {
        get { lock (_lock) { return _paid; } }
    }

    /// <summary>The components reported so far, by name.</summary>
    public IReadOnlyDictionary<string, string> Components
    {
        get
        {
            lock (_lock)
            {
                return _components is null ? ReadOnlyDictionary<string, string>.Empty : new SortedDictionary<string, string>(_components, StringComparer.Ordinal);
            }
        }
    }

    /// <summary>Names a component that stood behind this output, such as a model id, so that a verdict can say what changed.</summary>
    /// <param name="name">The component, for example <c>model</c>. Later calls replace earlier ones.</param>
    /// <param name="value">Its fingerprint, for example the version that the service answered with. Never a secret.</param>
    public void Component(string name, string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(value);
        lock (_lock)
        {
            (_components ??= new(StringComparer.Ordinal))[name] = value;
        }
    }

    /// <summary>What a judge said of outputs that people labelled.</summary>
    public IReadOnlyList<LabelledGrade> Labelled
    {
        get { lock (_lock) { return [.. _labelled ?? []]; } }
    }

    /// <summary>Reports what a judge said of an output that a person labelled.</summary>
    /// <param name="grade">Both grades.</param>
    public void ReportLabel(LabelledGrade grade)
    {
        lock (_lock)
        {
            (_labelled ??= []).Add(grade);
        }
    }

    /// <summary>Adds the usage of one model call to this repetition.</summary>
    /// <param name="usage">What the call used.</param>
    public void ReportUsage(Usage usage)
    {
        ArgumentNullException.ThrowIfNull(usage);
        lock (_lock)
        {
            _usage = _usage?.Plus(usage) ?? usage;
            _paid = _paid?.Plus(usage) ?? usage;
        }
    }

    /// <summary>Adds what a call used when it was recorded: a recording answered it, and nothing is paid again.</summary>
    /// <param name="usage">What the call used then.</param>
    public void ReportReplay(Usage usage)
    {
        ArgumentNullException.ThrowIfNull(usage);
        lock (_lock)
        {
            _usage = _usage?.Plus(usage) ?? usage;
        }
    }
}
