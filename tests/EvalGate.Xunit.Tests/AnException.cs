using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Security.Authentication;
using EvalGate.Model;

namespace EvalGate.Xunit.Tests;

public static class AnException
{
    public static TheoryData<Exception> OfTheWorld { get; } =
    [
        new EvalInfrastructureException("no key"),
        new HttpRequestException("connection refused", new SocketException(111)),
        new HttpRequestException("too many requests", null, HttpStatusCode.TooManyRequests),
        new HttpRequestException("bad gateway", null, HttpStatusCode.BadGateway),
        new HttpIOException(HttpRequestError.ResponseEnded),
        new AuthenticationException("certificate"),
        new TaskCanceledException("The request was canceled due to the configured HttpClient.Timeout of 100 seconds elapsing.", new TimeoutException()),
        new AzureLike(429),
        new AzureLike(503),
        new OpenAiLike(HttpStatusCode.Unauthorized),
        new GrpcLike(StatusCode.ResourceExhausted),
        new InvalidOperationException("the model is away", new AzureLike(500)),
        new AggregateException(new InvalidOperationException("first"), new SocketException(110)),
        new Polly.RateLimiterRejectedException(),
    ];

    public static TheoryData<Exception> OfTheSubject { get; } =
    [
        new InvalidOperationException("no index loaded"),
        new HttpRequestException("the prompt is too long", null, HttpStatusCode.BadRequest),
        new AzureLike(400),
        new AzureLike(0),
        new OpenAiLike(HttpStatusCode.NotFound),
        new OpenAiLike(null),
        new GrpcLike(StatusCode.InvalidArgument),
        new OddStatus(),
        new AggregateException(new InvalidOperationException("a"), new FormatException("b")),
    ];

    [Theory]
    [MemberData(nameof(OfTheWorld), DisableDiscoveryEnumeration = true)]
    public static void IsTheWorldsWhenAServiceFailed(Exception exception) => Assert.Equal(ErrorKind.Infrastructure, ErrorClassifier.KindOf(exception));

    [Theory]
    [MemberData(nameof(OfTheSubject), DisableDiscoveryEnumeration = true)]
    public static void IsTheSubjectsOtherwise(Exception exception) => Assert.Equal(ErrorKind.Subject, ErrorClassifier.KindOf(exception));

    [Fact]
    public static void IsToldInOneLineOfBoundedLength()
    {
        Assert.Equal("InvalidOperationException: two lines", ErrorClassifier.OneLine(new InvalidOperationException("two\r\nlines")));
        Assert.Equal(501, ErrorClassifier.OneLine(new InvalidOperationException(new string('x', 10_000))).Length);
    }

    /// <summary>As Azure.RequestFailedException and System.ClientModel.ClientResultException carry it.</summary>
    private sealed class AzureLike(int status) : Exception("request failed")
    {
        public int Status { get; } = status;
    }

    /// <summary>As clients generated from an OpenAPI description carry it.</summary>
    private sealed class OpenAiLike(HttpStatusCode? status) : Exception("request failed")
    {
        public HttpStatusCode? StatusCode { get; } = status;
    }

    /// <summary>As Grpc.Core.RpcException carries it.</summary>
    private sealed class GrpcLike(StatusCode status) : Exception("rpc failed")
    {
        public StatusCode StatusCode { get; } = status;
    }

    /// <summary>Says something else with the same words.</summary>
    private sealed class OddStatus : Exception
    {
        public string Status => "429";

        public int StatusCode => throw new NotSupportedException();
    }

    private enum StatusCode
    {
        InvalidArgument,
        ResourceExhausted,
    }
}
