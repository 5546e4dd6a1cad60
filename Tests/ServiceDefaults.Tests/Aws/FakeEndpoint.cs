using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace TelemetryAspire.ServiceDefaults.Tests.Aws;

/// <summary>A web server in the place of AWS, which answers as a test says and counts.</summary>
internal sealed class FakeEndpoint : IAsyncDisposable
{
    private readonly WebApplication _server;
    private int _requests;

    private FakeEndpoint(WebApplication server) => _server = server;

    /// <summary>Answers a request.</summary>
    internal Func<HttpContext, Task> Answer { get; set; } = context => AnswerWith(context, HttpStatusCode.OK, "{}");

    /// <summary>Requests that have arrived.</summary>
    internal int Requests => Volatile.Read(ref _requests);

    /// <summary>Where the server listens: <c>http://127.0.0.1:port</c>.</summary>
    internal string Url => _server.Urls.First();

    internal static async Task<FakeEndpoint> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        var endpoint = new FakeEndpoint(builder.Build());
        endpoint._server.Run(context =>
        {
            Interlocked.Increment(ref endpoint._requests);
            return endpoint.Answer(context);
        });
        await endpoint._server.StartAsync(cancellationToken);
        return endpoint;
    }

    internal static Task AnswerWith(HttpContext context, HttpStatusCode status, string body)
    {
        context.Response.StatusCode = (int)status;
        context.Response.ContentType = "application/x-amz-json-1.0";
        return context.Response.WriteAsync(body, context.RequestAborted);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
