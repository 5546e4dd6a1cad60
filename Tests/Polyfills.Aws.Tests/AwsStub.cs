using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Amazon.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace TelemetryAspire.Polyfills.Aws.Tests;

/// <summary>A request as it came over the wire.</summary>
internal sealed record RecordedRequest(
    string Url, string Target, string ContentType, string Authorization, JsonElement Body);

/// <summary>A reply of the stub.</summary>
internal sealed record StubReply(string Body, HttpStatusCode Status = HttpStatusCode.OK);

/// <summary>An endpoint on a free port that records requests and gives the replies it was told to, in order.</summary>
internal sealed class AwsStub : IAsyncDisposable
{
    private readonly WebApplication _application;

    private readonly ConcurrentQueue<StubReply> _replies;

    private AwsStub(IEnumerable<StubReply> replies)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _application = builder.Build();
        _application.Run(ReplyAsync);
        _replies = new ConcurrentQueue<StubReply>(replies);
    }

    /// <summary>The credentials the tests use.</summary>
    public static AWSCredentials Credentials { get; } = new BasicAWSCredentials("test", "secret");

    /// <summary>Requests in the order they came.</summary>
    public ConcurrentQueue<RecordedRequest> Requests { get; } = [];

    /// <summary>Where it listens.</summary>
    public Uri Url => new(_application.Urls.First());

    /// <summary>The only request there was.</summary>
    public RecordedRequest Request => Assert.Single(Requests);

    public static Task<AwsStub> StartAsync(params string[] replies) =>
        StartAsync(replies.Select(body => new StubReply(body)));

    public static async Task<AwsStub> StartAsync(params IEnumerable<StubReply> replies)
    {
        var stub = new AwsStub(replies);
        await stub._application.StartAsync(TestContext.Current.CancellationToken);
        return stub;
    }

    /// <summary>A configuration that points to the stub.</summary>
    public TConfig Configure<TConfig>()
        where TConfig : ClientConfig, new() =>
        new() { ServiceURL = Url.ToString(), AuthenticationRegion = "eu-west-1" };

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync(CancellationToken.None);
        await _application.DisposeAsync();
    }

    private async Task ReplyAsync(HttpContext context)
    {
        HttpRequest request = context.Request;
        using JsonDocument body = await JsonDocument.ParseAsync(request.Body, cancellationToken: context.RequestAborted);
        Requests.Enqueue(new RecordedRequest(
            $"{request.Scheme}://{request.Host}",
            request.Headers["X-Amz-Target"].ToString(),
            request.ContentType ?? "",
            request.Headers.Authorization.ToString(),
            body.RootElement.Clone()));

        StubReply reply = _replies.TryDequeue(out StubReply? next)
            ? next
            : new StubReply("""{"__type":"UnexpectedCall","message":"No reply is left."}""", HttpStatusCode.BadRequest);
        context.Response.StatusCode = (int)reply.Status;
        context.Response.Headers["x-amzn-RequestId"] = $"request-{Requests.Count}";
        await context.Response.WriteAsync(reply.Body, context.RequestAborted);
    }
}
