using System.Buffers;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace TelemetryAspire.LocalAws.Protocol;

/// <summary>Lets HTTP/2 with prior knowledge share a cleartext port with HTTP/1.1.</summary>
/// <remarks>
/// Kestrel serves both on one port only when TLS negotiated which; without TLS it takes every connection for
/// HTTP/1.1. So this middleware looks at the first bytes and, where they are HTTP/2's connection preface
/// (RFC 9113, 3.4), presents the connection as one that negotiated <c>h2</c>.
/// </remarks>
internal sealed class Http2PriorKnowledge(ConnectionDelegate next)
{
    /// <summary>How long a new connection may keep silent, as Kestrel's own keep-alive timeout.</summary>
    private static readonly TimeSpan SilenceLimit = TimeSpan.FromSeconds(130);

    private static ReadOnlySpan<byte> Preface => "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8;

    public async Task OnConnectionAsync(ConnectionContext connection)
    {
        if (await BeginsWithPrefaceAsync(connection))
        {
            connection.Features.Set<ITlsConnectionFeature>(new NegotiatedHttp2());
            connection.Features.Set<ITlsApplicationProtocolFeature>(new NegotiatedHttp2());
        }

        await next(connection);
    }

    private static async Task<bool> BeginsWithPrefaceAsync(ConnectionContext connection)
    {
        var input = connection.Transport.Input;
        // A server that stops asks for the end of connections; one that never said a word must not hold it up.
        var closing = connection.Features.Get<IConnectionLifetimeNotificationFeature>()?.ConnectionClosedRequested;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(
            connection.ConnectionClosed, closing ?? CancellationToken.None);
        limit.CancelAfter(SilenceLimit);
        try
        {
            while (true)
            {
                var read = await input.ReadAsync(limit.Token);
                var matches = Matches(read.Buffer, out var decided);
                if (decided || read.IsCompleted || read.IsCanceled)
                {
                    // Nothing is consumed nor counted as seen: Kestrel starts from the first byte.
                    input.AdvanceTo(read.Buffer.Start);
                    return decided && matches;
                }

                input.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or ConnectionResetException)
        {
            connection.Abort();
            return false;
        }
    }

    private static bool Matches(in ReadOnlySequence<byte> buffer, out bool decided)
    {
        Span<byte> head = stackalloc byte[(int)Math.Min(buffer.Length, Preface.Length)];
        buffer.Slice(0, head.Length).CopyTo(head);
        var matches = Preface.StartsWith(head);
        decided = !matches || head.Length == Preface.Length;
        return matches;
    }

    private sealed class NegotiatedHttp2 : ITlsConnectionFeature, ITlsApplicationProtocolFeature
    {
        public X509Certificate2? ClientCertificate { get; set; }

        public ReadOnlyMemory<byte> ApplicationProtocol => SslApplicationProtocol.Http2.Protocol;

        public Task<X509Certificate2?> GetClientCertificateAsync(CancellationToken cancellationToken) =>
            Task.FromResult<X509Certificate2?>(null);
    }
}
