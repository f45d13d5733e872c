using System.Net.Http;
using System.Net.Sockets;
using System.Security.Authentication;
using EvalGate.Model;

namespace EvalGate.Xunit;

/// <summary>Tells a subject that broke from the world around it that did.</summary>
internal static class ErrorClassifier
{
    /// <summary>Whose error an exception of a subject is.</summary>
    public static ErrorKind KindOf(Exception exception) => Chain(exception).Any(IsInfrastructure) ? ErrorKind.Infrastructure : ErrorKind.Subject;

    /// <summary>An exception in one line.</summary>
    public static string OneLine(Exception exception)
    {
        var text = $"{exception.GetType().Name}: {exception.Message}".ReplaceLineEndings(" ");
        return text.Length <= 500 ? text : text[..500] + "…";
    }

    private static IEnumerable<Exception> Chain(Exception exception)
    {
        for (var current = exception; current is not null; current = current.InnerException)
        {
            yield return current;
        }
    }

    private static bool IsInfrastructure(Exception exception) =>
        exception is EvalInfrastructureException or HttpRequestException or SocketException or AuthenticationException || HasTellingStatus(exception);

    /// <summary>Model clients carry the HTTP status in a property called Status or StatusCode, each in a type of its own.</summary>
    private static bool HasTellingStatus(Exception exception)
    {
        var property = exception.GetType().GetProperty("Status") ?? exception.GetType().GetProperty("StatusCode");
        return property?.PropertyType == typeof(int) && property.GetValue(exception) is 401 or 403 or 408 or 429 or (>= 500 and < 600);
    }
}
