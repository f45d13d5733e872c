using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace EvalGate.RepositoryTests;

/// <summary>The budgets and names that reviewers would otherwise have to watch.</summary>
public static partial class HouseStyle
{
    private const int LongestFile = 300;
    private const int LongestMethod = 40;
    private const int MostParameters = 5;
    private const int DeepestNesting = 3;

    private static readonly SourceFile[] Sources = [.. Repository.Files("src", "*.cs").Select(f => new SourceFile(f))];
    private static readonly SourceFile[] All = [.. Sources, .. Repository.Files("tests", "*.cs").Concat(Repository.Files("example-project", "*.cs")).Select(f => new SourceFile(f))];

    [Fact]
    public static void KeepsFilesShort() => Holds(All, f => f.Text.Count(c => c == '\n') > LongestFile ? [$"{f.Text.Count(c => c == '\n')} lines"] : []);

    [Fact]
    public static void KeepsMethodsShort() => Holds(Sources, f => f.Methods.Where(m => SourceFile.Lines(m) > LongestMethod).Select(m => $"{Name(m)} has {SourceFile.Lines(m)} lines"));

    [Fact]
    public static void KeepsParametersFew() =>
        Holds(Sources, f => f.Methods.Where(m => m.ParameterList.Parameters.Count > MostParameters && !HasAGivenShape(m)).Select(m => $"{Name(m)} has {m.ParameterList.Parameters.Count} parameters"));

    [Fact]
    public static void KeepsNestingShallow() =>
        Holds(Sources, f => f.Methods.Where(m => SourceFile.Nesting(m) > DeepestNesting).Select(m => $"{Name(m)} nests {SourceFile.Nesting(m)} deep"));

    [Fact]
    public static void NamesTypesByWhatTheyAre() => Holds(All, f => f.Types.Select(t => t.Identifier.Text).Where(n => Empty().IsMatch(n)));

    [Fact]
    public static void NamesFilesByAType() =>
        Holds(Sources, f => f.TopTypes.Any(t => t.Identifier.Text == Path.GetFileNameWithoutExtension(f.Path)) ? [] : ["no type of this name"]);

    [Fact]
    public static void HasNoRegionsAndNoLicenceBlocks() =>
        Holds(All, f => f.Text.Split('\n').Where(l => l.TrimStart().StartsWith("#region", StringComparison.Ordinal)).Concat(f.Text.StartsWith("//", StringComparison.Ordinal) && f.Text.Contains("icense", StringComparison.Ordinal) ? ["a licence block"] : []));

    [Fact]
    public static void LeavesNothingForLater() => Holds(All, f => f.Comments.Select(c => c.ToString()).Where(c => Later().IsMatch(c)));

    [Fact]
    public static void KeepsNoCodeInComments() => Holds(All, f => f.Comments.Select(c => c.ToString().Trim()).Where(c => Code().IsMatch(c)));

    private static void Holds(IEnumerable<SourceFile> files, Func<SourceFile, IEnumerable<string>> faults)
    {
        var found = files.SelectMany(f => faults(f).Select(fault => $"{f.Path}: {fault}")).ToArray();

        Assert.True(found.Length == 0, string.Join('\n', found));
    }

    // What overrides or implements explicitly has the shape its declaration gave it, and a declaration of ours is counted itself.
    private static bool HasAGivenShape(Microsoft.CodeAnalysis.CSharp.Syntax.BaseMethodDeclarationSyntax method) =>
        method.Modifiers.Any(SyntaxKind.OverrideKeyword) || method is Microsoft.CodeAnalysis.CSharp.Syntax.MethodDeclarationSyntax { ExplicitInterfaceSpecifier: not null };

    private static string Name(Microsoft.CodeAnalysis.CSharp.Syntax.BaseMethodDeclarationSyntax method) => method switch
    {
        Microsoft.CodeAnalysis.CSharp.Syntax.MethodDeclarationSyntax m => m.Identifier.Text,
        Microsoft.CodeAnalysis.CSharp.Syntax.ConstructorDeclarationSyntax c => c.Identifier.Text,
        _ => method.Kind().ToString(),
    };

    [GeneratedRegex("(Helper|Helpers|Utils|Util|Manager|Common|Base)$")]
    private static partial Regex Empty();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b")]
    private static partial Regex Later();

    [GeneratedRegex(@"^//\s*(var |if \(|for \(|foreach \(|return |using |public |private |internal )?[^\p{L}]*[\w.]+(\(.*\))?;$")]
    private static partial Regex Code();
}
