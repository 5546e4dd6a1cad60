using System.Net;

namespace TelemetryAspire.LocalAws.Protocol;

/// <summary>
/// The host names LocalAws answers to. A web page that rebinds its own name to 127.0.0.1 still sends that name in
/// the Host header, and so cannot read or change what is here.
/// </summary>
/// <param name="configured">More names, separated by semicolons; <c>*.</c> in front accepts every name below.</param>
internal sealed class AllowedHosts(string configured)
{
    private readonly string[] _configured = Split(configured);

    /// <summary>The first of the configured names that can be none; null when all are good.</summary>
    public static string? FindInvalid(string configured) => Split(configured).FirstOrDefault(pattern =>
        Uri.CheckHostName(pattern.StartsWith("*.", StringComparison.Ordinal) ? pattern[2..] : pattern)
            == UriHostNameType.Unknown);

    /// <param name="host">A Host header without its port.</param>
    public bool Contains(string host) => Matches(host, "*.amazonaws.com") || ContainsPagesOf(host);

    /// <summary>Whether web pages that come from that host may send requests.</summary>
    /// <remarks>AWS's own names are not among them: everybody can have a page in a bucket.</remarks>
    /// <param name="host">The host of an Origin header, without its port.</param>
    public bool ContainsPagesOf(string host) =>
        Matches(host, "localhost")
        || Matches(host, "*.localhost")
        || Matches(host, "localhost.localstack.cloud")
        || Matches(host, "*.localhost.localstack.cloud")
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address))
        || Array.Exists(_configured, pattern => Matches(host, pattern));

    private static string[] Split(string configured) =>
        configured.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool Matches(string host, string pattern) =>
        pattern.StartsWith("*.", StringComparison.Ordinal)
            ? host.Length >= pattern.Length
                && host.AsSpan().EndsWith(pattern.AsSpan(1), StringComparison.OrdinalIgnoreCase)
            : host.Equals(pattern, StringComparison.OrdinalIgnoreCase);
}
