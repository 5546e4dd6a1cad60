using System.Xml;

namespace TelemetryAspire.LocalAws.S3;

/// <summary>The one account that owns every bucket and object.</summary>
internal static class S3Owner
{
    /// <summary>The canonical user id: S3's are 64 hexadecimal digits.</summary>
    public const string Id = "0000000000000000000000000000000000000000000000000000000000000000";

    /// <summary>Writes it as an element: Owner or Initiator.</summary>
    public static void Write(XmlWriter writer, string element)
    {
        writer.WriteStartElement(element);
        writer.WriteElementString("ID", Id);
        writer.WriteEndElement();
    }
}
