using System.Text;
using System.Xml;

namespace TelemetryAspire.LocalAws.S3.Requests;

/// <summary>Writes and reads the XML documents of S3.</summary>
internal static class S3Xml
{
    /// <summary>The namespace of every document but the error.</summary>
    public const string Namespace = "http://s3.amazonaws.com/doc/2006-03-01/";

    // A key may hold characters XML 1.0 does not allow: S3 writes them as references, as XmlWriter does unchecked.
    private static readonly XmlWriterSettings WriterSettings =
        new() { Encoding = new UTF8Encoding(false), CheckCharacters = false };

    private static readonly XmlReaderSettings ReaderSettings =
        new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreWhitespace = false };

    /// <summary>Sends a document.</summary>
    public static async Task WriteAsync(
        HttpResponse response,
        Action<XmlWriter> write,
        CancellationToken cancellationToken)
    {
        using var document = new MemoryStream();
        using (var writer = XmlWriter.Create(document, WriterSettings))
        {
            write(writer);
        }
        response.ContentType = "application/xml";
        response.ContentLength = document.Length;
        await response.Body.WriteAsync(document.GetBuffer().AsMemory(0, (int)document.Length), cancellationToken);
    }

    /// <summary>Opens a document a client sent; entities and document types are refused.</summary>
    public static XmlReader Read(Stream document) => XmlReader.Create(document, ReaderSettings);

    /// <summary>The form of times in documents: <c>2021-01-04T10:46:15.000Z</c>.</summary>
    public static string FormatTime(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'");
}
