using System.Text;
using System.Xml;
using TelemetryAspire.LocalAws.S3.Checksums;
using TelemetryAspire.LocalAws.S3.Storage;

namespace TelemetryAspire.LocalAws.S3.Requests;

/// <summary>Writes what the documents of both versions of ListObjects have in common.</summary>
internal sealed class ListingXml(XmlWriter writer, ListingParameters parameters)
{
    /// <summary>Bucket, prefix, delimiter, page size and whether there is more.</summary>
    public void WriteHead(string bucket, bool isTruncated)
    {
        writer.WriteElementString("Name", bucket);
        WriteKey("Prefix", parameters.Prefix);
        if (parameters.Delimiter.Length > 0)
        {
            WriteKey("Delimiter", parameters.Delimiter);
        }
        writer.WriteElementString("MaxKeys", parameters.PageSize.ToString());
        if (parameters.EncodesKeys)
        {
            writer.WriteElementString("EncodingType", "url");
        }
        writer.WriteElementString("IsTruncated", isTruncated ? "true" : "false");
    }

    /// <summary>The objects and common prefixes of the page.</summary>
    public void WriteEntries(ListingPage page, bool withOwner)
    {
        foreach (var entry in page.Objects)
        {
            WriteObject(entry, withOwner);
        }
        foreach (var commonPrefix in page.CommonPrefixes)
        {
            writer.WriteStartElement("CommonPrefixes");
            WriteKey("Prefix", commonPrefix);
            writer.WriteEndElement();
        }
    }

    /// <summary>An element that holds a key or a part of one.</summary>
    public void WriteKey(string element, string key) =>
        writer.WriteElementString(element, parameters.EncodesKeys ? Encode(key) : key);

    private void WriteObject(ObjectSummary entry, bool withOwner)
    {
        writer.WriteStartElement("Contents");
        WriteKey("Key", entry.Key);
        writer.WriteElementString("LastModified", S3Xml.FormatTime(entry.LastModified));
        writer.WriteElementString("ETag", EntityTags.Quote(entry.ETag));
        writer.WriteElementString("ChecksumAlgorithm", entry.ChecksumAlgorithm);
        writer.WriteElementString("ChecksumType", ChecksumHeaders.FullObject);
        writer.WriteElementString("Size", entry.Size.ToString());
        if (withOwner)
        {
            writer.WriteStartElement("Owner");
            writer.WriteElementString("ID", S3Owner.Id);
            writer.WriteEndElement();
        }
        writer.WriteElementString("StorageClass", "STANDARD");
        writer.WriteEndElement();
    }

    // As S3: a space is '+', and '/' stays.
    private static string Encode(string key)
    {
        var encoded = new StringBuilder(key.Length);
        foreach (var octet in Encoding.UTF8.GetBytes(key))
        {
            var character = (char)octet;
            if (char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.' or '*' or '/')
            {
                encoded.Append(character);
            }
            else if (character == ' ')
            {
                encoded.Append('+');
            }
            else
            {
                encoded.Append('%').Append(octet.ToString("X2"));
            }
        }
        return encoded.ToString();
    }
}
