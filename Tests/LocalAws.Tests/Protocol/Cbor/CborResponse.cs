using System.Globalization;
using System.Net;

namespace TelemetryAspire.LocalAws.Tests.Protocol.Cbor;

/// <summary>A response in CBOR.</summary>
internal sealed record CborResponse(HttpStatusCode StatusCode, string? ContentType, byte[] Body)
{
    private readonly object? _message = Body.Length == 0 ? null : CborMessage.Decode(Body);

    /// <summary>The member at a path such as <c>Records.0.Data</c>; null where there is none.</summary>
    public object? this[string path]
    {
        get
        {
            var found = _message;
            foreach (var name in path.Split('.'))
            {
                found = found switch
                {
                    Dictionary<string, object?> map => map.GetValueOrDefault(name),
                    List<object?> list => list[int.Parse(name, CultureInfo.InvariantCulture)],
                    _ => null,
                };
            }

            return found;
        }
    }
}
