using System.Text;
using System.Xml;
using TelemetryAspire.LocalAws.S3.Storage;

namespace TelemetryAspire.LocalAws.S3.Requests;

/// <summary>Writes what the documents of both versions of ListObjects have in common.</summary>
internal sealed class ListingXml(XmlWriter writer, ListingParameters parameters)
{
    /// <summary>Bucket, prefix, delimiter, page size and whether there is more.</summary>
    public void WriteHead(string bucket, bool isTruncated)
    {
        writer.WriteElementString("Name", bucket);
        WriteQuery("MaxKeys", isTruncated);
    }

    /// <summary>Prefix, delimiter, page size and whether there is more.</summary>
    public void WriteQuery(string pageSizeElement, bool isTruncated)
    {
        WriteKey("Prefix", parameters.Prefix);
        if (parameters.Delimiter.Length > 0)
        {
            WriteKey("Delimiter", parameters.Delimiter);
        }
        writer.WriteElementString(pageSizeElement, parameters.PageSize.ToString());
        if (parameters.EncodesKeys)
        {
            writer.WriteElementString("EncodingType", "url");
        }
        writer.WriteElementString("IsTruncated", isTruncated ? "true" : "false");
    }

    /// <summary>The objects and common prefixes of the page.</summary>
    public void WriteEntries(ListingPage page, bool withOwner, bool asVersions = false)
    {
        foreach (var entry in page.Objects)
        {
            WriteObject(entry, withOwner, asVersions);
        }
        WriteCommonPrefixes(page.CommonPrefixes);
    }

    /// <summary>The common prefixes of a page.</summary>
    public void WriteCommonPrefixes(IReadOnlyList<string> commonPrefixes)
    {
        foreach (var commonPrefix in commonPrefixes)
        {
            writer.WriteStartElement("CommonPrefixes");
            WriteKey("Prefix", commonPrefix);
            writer.WriteEndElement();
        }
    }

    /// <summary>An element that holds a key or a part of one.</summary>
    public void WriteKey(string element, string key) =>
        writer.WriteElementString(element, parameters.EncodesKeys ? Encode(key) : key);

    private void WriteObject(ObjectSummary entry, bool withOwner, bool asVersion)
    {
        writer.WriteStartElement(asVersion ? "Version" : "Contents");
        WriteKey("Key", entry.Key);
        if (asVersion)
        {
            writer.WriteElementString("VersionId", ObjectVersion.Null);
            writer.WriteElementString("IsLatest", "true");
        }
        writer.WriteElementString("LastModified", S3Xml.FormatTime(entry.LastModified));
        writer.WriteElementString("ETag", EntityTags.Quote(entry.ETag));
        writer.WriteElementString("ChecksumAlgorithm", entry.ChecksumAlgorithm);
        writer.WriteElementString("ChecksumType", entry.ChecksumType);
        writer.WriteElementString("Size", entry.Size.ToString());
        if (withOwner)
        {
            S3Owner.Write(writer, "Owner");
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
