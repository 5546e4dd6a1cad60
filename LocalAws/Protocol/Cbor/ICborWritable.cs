using System.Formats.Cbor;

namespace TelemetryAspire.LocalAws.Protocol.Cbor;

/// <summary>A message, or a part of one, that writes itself as CBOR without an object per member.</summary>
internal interface ICborWritable
{
    void WriteCbor(CborWriter writer);
}
