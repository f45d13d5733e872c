using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EvalGate.RepositoryTests;

/// <summary>One C# file, parsed.</summary>
internal sealed class SourceFile
{
    private readonly SyntaxTree _tree;

    public SourceFile(string path)
    {
        Path = path;
        Text = Repository.Read(path);
        _tree = CSharpSyntaxTree.ParseText(Text, new CSharpParseOptions(LanguageVersion.Preview));
    }

    public string Path { get; }

    public string Text { get; }

    public SyntaxNode Root => _tree.GetRoot();

    public IEnumerable<BaseTypeDeclarationSyntax> Types => Root.DescendantNodes().OfType<BaseTypeDeclarationSyntax>();

    public IEnumerable<BaseTypeDeclarationSyntax> TopTypes => Types.Where(t => t.Parent is BaseNamespaceDeclarationSyntax or CompilationUnitSyntax);

    public IEnumerable<BaseMethodDeclarationSyntax> Methods => Root.DescendantNodes().OfType<BaseMethodDeclarationSyntax>();

    public IEnumerable<SyntaxTrivia> Comments => Root.DescendantTrivia().Where(t => t.IsKind(SyntaxKind.SingleLineCommentTrivia) || t.IsKind(SyntaxKind.MultiLineCommentTrivia));

    /// <summary>Lines of a method without attributes and without the lines of its raw strings, which are templates.</summary>
    public static int Lines(BaseMethodDeclarationSyntax method)
    {
        var first = Line(method.GetLocation().SourceTree!, method.Modifiers.Count > 0 ? method.Modifiers[0].SpanStart : method.SpanStart);
        var last = Line(method.GetLocation().SourceTree!, method.Span.End);
        var templates = method.DescendantTokens()
            .Where(t => t.IsKind(SyntaxKind.MultiLineRawStringLiteralToken) || t.IsKind(SyntaxKind.InterpolatedStringTextToken))
            .Sum(t => Line(t.SyntaxTree!, t.Span.End) - Line(t.SyntaxTree!, t.SpanStart));
        return last - first + 1 - templates;
    }

    /// <summary>How deep statements nest: an if in a loop is 2; an else if is no deeper than its if.</summary>
    public static int Nesting(SyntaxNode node) => node.ChildNodes().Select(c => Nesting(c) + (IsNested(c) ? 1 : 0)).DefaultIfEmpty(0).Max();

    private static bool IsNested(SyntaxNode node) => node switch
    {
        IfStatementSyntax { Parent: ElseClauseSyntax } => false,
        IfStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax
            or SwitchStatementSyntax or TryStatementSyntax or LockStatementSyntax => true,
        _ => false,
    };

    private static int Line(SyntaxTree tree, int position) => tree.GetLineSpan(new(position, 0)).StartLinePosition.Line;
}
