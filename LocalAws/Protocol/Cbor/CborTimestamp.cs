using System.Formats.Cbor;
using System.Text.Json;

namespace TelemetryAspire.LocalAws.Protocol.Cbor;

/// <summary>
/// AWS CBOR timestamps: tag 1 and milliseconds since 1970 as an integer, where RFC 8949 has seconds for this tag.
/// </summary>
/// <remarks>That is what the AWS SDKs for Java send, and they read nothing else.</remarks>
internal static class CborTimestamp
{
    public const CborTag Tag = CborTag.UnixTimeSeconds;

    /// <param name="writer">Where to write.</param>
    /// <param name="milliseconds">Milliseconds since 1970.</param>
    public static void Write(CborWriter writer, long milliseconds)
    {
        writer.WriteTag(Tag);
        writer.WriteInt64(milliseconds);
    }

    /// <summary>Reads what follows the tag, and writes it as a timestamp of the JSON protocol.</summary>
    public static void Transcode(CborReader reader, Utf8JsonWriter json)
    {
        if (reader.PeekState() is CborReaderState.UnsignedInteger or CborReaderState.NegativeInteger)
        {
            json.WriteNumberValue(reader.ReadInt64() / 1000m);
            return;
        }

        var milliseconds = reader.ReadDouble();
        json.WriteNumberValue(double.IsFinite(milliseconds)
            ? milliseconds / 1000
            : throw new CborContentException("A timestamp is not finite."));
    }
}
