using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace TelemetryAspire.LocalAws.Admin.Faults;

/// <summary>Makes a caller lose its connection at a chosen moment of its call.</summary>
internal static class DroppedReply
{
    /// <summary>Drops the connection now, or prepares that it drops later.</summary>
    /// <exception cref="OperationCanceledException">It dropped.</exception>
    public static async ValueTask ApplyAsync(HttpContext context, DropMoment moment)
    {
        switch (moment)
        {
            case DropMoment.BeforeHandling:
                var aborted = context.RequestAborted;
                Drop(context);
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, aborted);
                break;
            case DropMoment.AfterHandling:
                DropBeforeReply(context, unless: () => false);
                break;
            case DropMoment.DuringReply:
                var whole = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
                var half = new TruncatedReply(context, whole.Stream);
                context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(half, whole));
                DropBeforeReply(context, unless: () => half.HasBegun);
                break;
        }
    }

    /// <summary>A reply without a body has no middle: nothing of it is sent.</summary>
    private static void DropBeforeReply(HttpContext context, Func<bool> unless) =>
        context.Response.OnStarting(() =>
        {
            if (!unless())
            {
                Drop(context);
            }

            return Task.CompletedTask;
        });

    private static void Drop(HttpContext context)
    {
        // A connection that ends in good order lets some clients, .NET's among them, send the request again in
        // silence. A reset is what a network that fails looks like. A stream of HTTP/2 is reset without its connection.
        if (!HttpProtocol.IsHttp2(context.Request.Protocol)
            && context.Features.Get<IConnectionSocketFeature>()?.Socket is { } socket)
        {
            socket.LingerState = new LingerOption(enable: true, seconds: 0);
        }

        context.Abort();
    }
}
