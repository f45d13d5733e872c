using System.Globalization;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Reflection;
using System.Security.Authentication;
using EvalGate.Files;
using EvalGate.Model;

namespace EvalGate.Xunit;

/// <summary>Tells a subject that broke from the world around it that did.</summary>
internal static class ErrorClassifier
{
    private const int Longest = 500;

    private static readonly string[] StatusProperties = ["Status", "StatusCode"];

    /// <summary>The statuses of gRPC, whose types this assembly does not know.</summary>
    private static readonly string[] GrpcWords = ["Unavailable", "ResourceExhausted", "Unauthenticated", "PermissionDenied", "DeadlineExceeded"];

    /// <summary>Whose error an exception of a subject is.</summary>
    public static ErrorKind KindOf(Exception exception) => Chain(exception).Any(IsInfrastructure) ? ErrorKind.Infrastructure : ErrorKind.Subject;

    /// <summary>What lay behind an exception, where that is known.</summary>
    public static ErrorCause? CauseOf(Exception exception) => Chain(exception).Select(OwnCause).FirstOrDefault(c => c is not null);

    /// <summary>An exception in one line.</summary>
    public static string OneLine(Exception exception)
    {
        var text = $"{exception.GetType().Name}: {exception.Message}".ReplaceLineEndings(" ");
        return text.Length <= Longest ? text : text[..Longest] + "…";
    }

    private static IEnumerable<Exception> Chain(Exception exception)
    {
        IEnumerable<Exception> causes = exception switch
        {
            AggregateException several => several.InnerExceptions,
            { InnerException: { } inner } => [inner],
            _ => [],
        };
        return causes.SelectMany(Chain).Prepend(exception);
    }

    private static ErrorCause? OwnCause(Exception exception) => exception switch
    {
        EvalInfrastructureException { Cause: { } cause } => cause,
        SocketException or WebSocketException or HttpIOException => ErrorCause.Service,
        AuthenticationException => ErrorCause.Authentication,
        OperationCanceledException or TimeoutException => ErrorCause.Timeout,
        _ => StatusesOf(exception).Select(CauseOf).FirstOrDefault(c => c is not null),
    };

    private static ErrorCause? CauseOf(int status) => status switch
    {
        401 or 403 or 407 => ErrorCause.Authentication,
        408 or 504 => ErrorCause.Timeout,
        429 => ErrorCause.RateLimit,
        >= 500 and < 600 => ErrorCause.Service,
        _ => null,
    };

    private static bool IsInfrastructure(Exception exception) => exception switch
    {
        EvalInfrastructureException or FilesException or SocketException or WebSocketException or HttpIOException or AuthenticationException => true,
        // The suite's own timeout is told by its clock; what else cancels is a client that gave up waiting, as HttpClient does.
        OperationCanceledException => true,
        // No answer at all; with one, its status tells whose fault it is: a request that the service refuses as wrong is the subject's.
        HttpRequestException { StatusCode: null } => true,
        _ => IsRejectedByPolly(exception) || HasTellingStatus(exception),
    };

    /// <summary>A circuit breaker, a rate limiter or a timeout of Polly gave up on the service.</summary>
    private static bool IsRejectedByPolly(Exception exception)
    {
        for (var type = exception.GetType(); type is not null; type = type.BaseType)
        {
            if (type.FullName == "Polly.ExecutionRejectedException")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Model clients carry the status of the answer in a property called Status or StatusCode, each in an exception type of its own.</summary>
    private static bool HasTellingStatus(Exception exception) =>
        Statuses(exception).Any(s => s is Enum word && word.GetType().Name == "StatusCode" && GrpcWords.Contains(word.ToString()))
        || StatusesOf(exception).Any(IsInfrastructure);

    private static IEnumerable<int> StatusesOf(Exception exception) =>
        Statuses(exception).Select(s => s is int or HttpStatusCode ? (int?)Convert.ToInt32(s, CultureInfo.InvariantCulture) : null).OfType<int>();

    private static IEnumerable<object?> Statuses(Exception exception) => exception.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(p => StatusProperties.Contains(p.Name) && p.CanRead && p.GetIndexParameters().Length == 0)
        .Select(p => Value(p, exception));

    private static object? Value(PropertyInfo property, Exception exception)
    {
        try
        {
            return property.GetValue(exception);
        }
        catch (TargetInvocationException)
        {
            return null;
        }
    }

    private static bool IsInfrastructure(int status) => status is 401 or 403 or 407 or 408 or 429 or (>= 500 and < 600);
}
