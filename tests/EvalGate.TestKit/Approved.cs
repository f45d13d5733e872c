using System.Reflection;
using System.Text;
using Xunit;

namespace EvalGate.TestKit;

/// <summary>Texts that people read, compared with the approved ones in the test project's <c>Approved/</c>. <c>EVALGATE_UPDATE=1</c> approves what comes out.</summary>
public static class Approved
{
    private static readonly string Folder = Assembly.GetEntryAssembly()!.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(a => a.Key == "ApprovedFolder").Value!;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Fails unless the text is the approved one, to the byte.</summary>
    public static void Is(string file, string actual)
    {
        var path = Path.Combine(Folder, file);
        if (Environment.GetEnvironmentVariable("EVALGATE_UPDATE") == "1")
        {
            Directory.CreateDirectory(Folder);
            File.WriteAllText(path, actual, Utf8);
        }

        Assert.True(File.Exists(path), $"{file} has no approved text. Run the tests with EVALGATE_UPDATE=1 and review what they write.");
        Assert.Equal(File.ReadAllText(path, Utf8), actual);
    }
}
