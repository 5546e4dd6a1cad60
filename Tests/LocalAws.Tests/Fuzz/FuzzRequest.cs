using System.Text;

namespace TelemetryAspire.LocalAws.Tests.Fuzz;

/// <summary>The protocol a request is in, which decides what an error must look like.</summary>
internal enum FuzzProtocol
{
    Json,
    Cbor,
    Query,
    S3,
    Admin,

    /// <summary>No HTTP at all: the server may answer with nothing but a status, or hang up.</summary>
    Malformed,
}

/// <summary>One request as its bytes on the wire.</summary>
internal sealed record FuzzRequest(FuzzProtocol Protocol, string Method, byte[] Bytes)
{
    /// <summary>Builds a request that HTTP allows; what is in it may be anything.</summary>
    public static FuzzRequest Create(
        FuzzProtocol protocol,
        string method,
        string target,
        IEnumerable<(string Name, string Value)> headers,
        byte[] body,
        string host = "localhost")
    {
        var head = new StringBuilder();
        head.Append(method).Append(' ').Append(target).Append(" HTTP/1.1\r\nHost: ").Append(host).Append("\r\n");
        foreach (var (name, value) in headers)
        {
            head.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        head.Append("Content-Length: ").Append(body.Length).Append("\r\n\r\n");
        return new FuzzRequest(protocol, method, [.. Encoding.Latin1.GetBytes(head.ToString()), .. body]);
    }

    /// <summary>The bytes for people: printable as they are, the others as <c>\xNN</c>.</summary>
    public string Describe()
    {
        var text = new StringBuilder();
        foreach (var value in Bytes.Take(4000))
        {
            _ = value is >= 0x20 and < 0x7F or (byte)'\n' ? text.Append((char)value) : text.Append($"\\x{value:x2}");
        }

        return text.ToString();
    }
}
