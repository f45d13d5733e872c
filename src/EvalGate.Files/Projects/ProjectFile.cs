using System.Xml;
using System.Xml.Linq;

namespace EvalGate.Files;

/// <summary>What a C# project file and the files that MSBuild imports into it say, read as text: no build is run, and conditions are not looked at.</summary>
public sealed class ProjectFile
{
    private static readonly string[] Imported = ["Directory.Build.props", "Directory.Packages.props", "Directory.Build.targets"];

    private readonly List<XElement> _elements = [];

    private ProjectFile(string path)
    {
        Path = path;
        Folder = System.IO.Path.GetDirectoryName(path)!;
        CentralVersionsFile = Above(Folder, Imported[1]);
        foreach (var file in Imported.Select(name => Above(Folder, name)).OfType<string>().Append(path))
        {
            _elements.AddRange(Parse(file).Descendants());
        }
    }

    /// <summary>The project file, whole.</summary>
    public string Path { get; }

    /// <summary>Its folder, whole.</summary>
    public string Folder { get; }

    /// <summary>Its name without the ending.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>The namespace of its code.</summary>
    public string RootNamespace => Property("RootNamespace") ?? string.Concat(Name.Select(c => char.IsLetterOrDigit(c) || c is '.' or '_' ? c : '_'));

    /// <summary>The packages it references.</summary>
    public IReadOnlyCollection<string> Packages => [.. Items("PackageReference").Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>The projects it references, whole paths.</summary>
    public IReadOnlyList<string> Projects => [.. Items("ProjectReference").Select(p => System.IO.Path.GetFullPath(p.Replace('\\', '/'), Folder))];

    /// <summary>Its target frameworks; none when no file says them.</summary>
    public IReadOnlyList<string> Frameworks => (Property("TargetFrameworks") ?? Property("TargetFramework"))?.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>The file that holds the versions of all packages; null when each project says its own.</summary>
    public string? CentralVersionsFile => Property("ManagePackageVersionsCentrally") == "true" ? field : null;

    /// <summary>Whether its folder is the top of a git repository.</summary>
    public bool IsRepositoryRoot => System.IO.Path.Exists(System.IO.Path.Combine(Folder, ".git"));

    /// <summary>The project files of a folder, by name.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="FilesException">The folder may not be read.</exception>
    public static IReadOnlyList<string> In(string folder) => Disk.Access(folder, () => Directory.EnumerateFiles(folder, "*.csproj").Order(StringComparer.Ordinal).ToArray());

    /// <summary>Reads a project file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FilesException">A file may not be read, or is not XML.</exception>
    public static ProjectFile Read(string path) => new(System.IO.Path.GetFullPath(path));

    /// <summary>The nearest file of a name in a folder or above it; null when there is none.</summary>
    /// <param name="folder">Where the search starts, whole.</param>
    /// <param name="name">The file's name.</param>
    public static string? Above(string folder, string name)
    {
        for (var at = folder; at is not null; at = System.IO.Path.GetDirectoryName(at))
        {
            var file = System.IO.Path.Combine(at, name);
            if (File.Exists(file))
            {
                return file;
            }
        }

        return null;
    }

    /// <summary>The last value that a property is given; null when it is given none.</summary>
    /// <param name="name">The property.</param>
    public string? Property(string name) => _elements.LastOrDefault(e => e.Name.LocalName == name && e.Parent?.Name.LocalName == "PropertyGroup")?.Value.Trim();

    private static XDocument Parse(string file)
    {
        try
        {
            return XDocument.Parse(TextFile.Read(file));
        }
        catch (XmlException e)
        {
            throw new FilesException(file, $"It is no valid XML: {e.Message}", "Mend it, and run again.", e);
        }
    }

    private IEnumerable<string> Items(string kind) => _elements.Where(e => e.Name.LocalName == kind).Select(e => e.Attribute("Include")?.Value.Trim()).OfType<string>();
}
