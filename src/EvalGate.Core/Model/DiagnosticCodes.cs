namespace EvalGate.Model;

/// <summary>Every code EvalGate reports, each once. EG1xxx: the user's files. EG2xxx: verdicts. EG3xxx: runs, baselines and the eval set.</summary>
public static class DiagnosticCodes
{
    /// <summary>The file is not valid YAML.</summary>
    public const string InvalidYaml = "EG1001";

    /// <summary>A YAML feature that suites do not allow: aliases, anchors, merge keys, tags, several documents.</summary>
    public const string ForbiddenYaml = "EG1002";

    /// <summary>A file, a line, a nesting depth or a count above its bound.</summary>
    public const string TooLarge = "EG1003";

    /// <summary>A key that does not exist here.</summary>
    public const string UnknownKey = "EG1004";

    /// <summary>A key that a later version will have.</summary>
    public const string NotSupportedYet = "EG1005";

    /// <summary>A key that must be there and is not.</summary>
    public const string MissingKey = "EG1006";

    /// <summary>The same name twice.</summary>
    public const string Duplicate = "EG1007";

    /// <summary>A value of the wrong type or form.</summary>
    public const string WrongValue = "EG1008";

    /// <summary>A number outside its range.</summary>
    public const string OutOfRange = "EG1009";

    /// <summary>A number without its unit, or with a unit that does not fit the metric.</summary>
    public const string WrongUnit = "EG1010";

    /// <summary>A name that nothing has: metric, attribute, slice value, scorer.</summary>
    public const string UnknownName = "EG1011";

    /// <summary>Bins that overlap, or are empty.</summary>
    public const string BadBins = "EG1012";

    /// <summary>Two rules that say different things about the same slice with equal right.</summary>
    public const string RuleTie = "EG1013";

    /// <summary>A glob or a file name that matches nothing.</summary>
    public const string NoFiles = "EG1014";

    /// <summary>A path that no case has.</summary>
    public const string PathNowhere = "EG1015";

    /// <summary>Two suites of one name.</summary>
    public const string DuplicateSuite = "EG1016";

    /// <summary>A line of a cases file that is not valid JSON.</summary>
    public const string InvalidJson = "EG1101";

    /// <summary>A case without a field it needs.</summary>
    public const string MissingField = "EG1102";

    /// <summary>Two cases of one id.</summary>
    public const string DuplicateCase = "EG1103";

    /// <summary>A field of a case that does not exist.</summary>
    public const string UnknownField = "EG1104";

    /// <summary>A field of a case with a wrong value.</summary>
    public const string WrongField = "EG1105";

    /// <summary>A cases file without cases.</summary>
    public const string NoCases = "EG1106";

    /// <summary>A file that is not UTF-8.</summary>
    public const string NotUtf8 = "EG1107";

    /// <summary>A case whose slice cannot be computed.</summary>
    public const string NoSliceValue = "EG1108";

    /// <summary>A CSV file whose quotes or fields do not fit together.</summary>
    public const string InvalidCsv = "EG1109";

    /// <summary>The build knows no parallelism for the theories.</summary>
    public const string NotParallel = "EG1201";

    /// <summary>A slice fell further than its rule allows.</summary>
    public const string Regressed = "EG2001";

    /// <summary>A comparison that blocks without proof of a regression: <c>decide: proof</c> or <c>inconclusive: block</c>.</summary>
    public const string NotShown = "EG2002";

    /// <summary>A rule or a slice that could not be judged.</summary>
    public const string NotJudged = "EG2003";

    /// <summary>A comparison that is probably worse and does not block.</summary>
    public const string Inconclusive = "EG2004";

    /// <summary>Cases of the baseline are gone, or a slice shrank, without a word.</summary>
    public const string CasesVanished = "EG2005";

    /// <summary>The plain figure is beyond its limit: <c>decide: estimate</c>.</summary>
    public const string BeyondEstimate = "EG2006";

    /// <summary>A regression that is the price of a gain the suite asked for: <c>trade:</c>.</summary>
    public const string Traded = "EG2007";

    /// <summary>An anchor that has too little in common with today's cases.</summary>
    public const string AnchorTooOld = "EG2008";

    /// <summary>Cases that change alike although nobody said that they belong together.</summary>
    public const string UndeclaredGroups = "EG2009";

    /// <summary>Whether more repetitions or more cases would sharpen the verdict.</summary>
    public const string RepetitionAdvice = "EG2010";

    /// <summary>A regression that a waiver accepts, or a waiver that accepts nothing.</summary>
    public const string Waived = "EG2011";

    /// <summary>A waiver whose last day is over.</summary>
    public const string WaiverExpired = "EG2012";

    /// <summary>A metric that the mix of production says nothing about.</summary>
    public const string NotReweighted = "EG2015";

    /// <summary>A judge that people's labels do not vouch for.</summary>
    public const string JudgeWithoutVote = "EG2020";

    /// <summary>What people would say on average, by a judge's grades and their labels.</summary>
    public const string CorrectedMean = "EG2021";

    /// <summary>A judge that is kinder to one arm, or agrees less with people in one slice.</summary>
    public const string UnevenJudge = "EG2022";

    /// <summary>Cases without an approved output, although a metric compares with it.</summary>
    public const string NothingApproved = "EG2023";

    /// <summary>A file of EvalGate's own that cannot be read.</summary>
    public const string BadFile = "EG3001";

    /// <summary>A file that a newer EvalGate wrote.</summary>
    public const string NewerVersion = "EG3002";

    /// <summary>A run that may not become a baseline.</summary>
    public const string NotAcceptable = "EG3003";

    /// <summary>The test program failed although no rule is broken.</summary>
    public const string TestsFailed = "EG3004";

    /// <summary>Verdicts that could not be written to the pull request.</summary>
    public const string NotPublished = "EG3005";

    /// <summary>Two cases with the same input and no common group.</summary>
    public const string DuplicateInput = "EG3101";

    /// <summary>Two cases with nearly the same input and no common group.</summary>
    public const string NearDuplicateInput = "EG3102";

    /// <summary>Cases with one input and several expected values.</summary>
    public const string ContradictoryCases = "EG3103";

    /// <summary>Slices with too few cases for what their rule promises.</summary>
    public const string ThinSlice = "EG3104";

    /// <summary>A declared slice value that no case has.</summary>
    public const string UnreachableSlice = "EG3105";

    /// <summary>Cases that always or never failed over the last runs.</summary>
    public const string ConstantCase = "EG3106";

    /// <summary>Cases whose expected value nobody reviewed.</summary>
    public const string NotReviewed = "EG3107";

    /// <summary>Cases whose last review is too old.</summary>
    public const string StaleReview = "EG3108";

    /// <summary>A quarantine whose date is past.</summary>
    public const string QuarantineOver = "EG3109";

    /// <summary>An input that holds its expected value.</summary>
    public const string AnswerInInput = "EG3110";

    /// <summary>A case whose input has no text.</summary>
    public const string EmptyText = "EG3111";

    /// <summary>A text that was cut off or lost characters.</summary>
    public const string TruncatedText = "EG3112";

    /// <summary>A word of two alphabets, or an invisible character.</summary>
    public const string MixedScripts = "EG3113";

    /// <summary>A key, a token or a password in a case.</summary>
    public const string SecretInCase = "EG3114";

    /// <summary>A mail address, a telephone, card or account number in a case.</summary>
    public const string PersonalData = "EG3115";

    /// <summary>A case that cannot be edited or added so.</summary>
    public const string CaseNotEditable = "EG3116";

    /// <summary>A case stands where the system under test could have learnt it.</summary>
    public const string Leaked = "EG3201";

    /// <summary>A long run of a case's words stands elsewhere.</summary>
    public const string PartlyLeaked = "EG3202";

    /// <summary>The canary of the eval set stands elsewhere.</summary>
    public const string CanaryFound = "EG3203";

    /// <summary>A scan missed copies that were planted in it.</summary>
    public const string ControlMissed = "EG3204";

    /// <summary>Cases that leaked and that a verdict was made without.</summary>
    public const string LeakedLeftOut = "EG3205";

    /// <summary>A share of production's requests lies in slices with too few cases.</summary>
    public const string Uncovered = "EG3301";

    /// <summary>The eval set's mix of an attribute is not production's.</summary>
    public const string MixDrifted = "EG3302";

    /// <summary>Production sees combinations that no case has.</summary>
    public const string UnseenTail = "EG3303";

    /// <summary>A suite names production's requests or sheets of labels, and there are none.</summary>
    public const string NothingToHoldAgainst = "EG3304";

    /// <summary>A second look gave a case another label.</summary>
    public const string LabelChanged = "EG3401";

    /// <summary>A label that is older than a change of policy it is about.</summary>
    public const string LabelOutdated = "EG3402";

    /// <summary>Two second looks, one after the other: the later one agrees less with the stored labels, beyond chance.</summary>
    public const string LabelsDrifted = "EG3403";

    /// <summary>By production's signals, the last release did worse than the one before.</summary>
    public const string ProductionWorse = "EG3501";

    /// <summary>A metric that went together with no signal of production.</summary>
    public const string ComfortMetric = "EG3502";

    /// <summary>A metric that got better when production got worse.</summary>
    public const string MetricMisleads = "EG3503";
}
