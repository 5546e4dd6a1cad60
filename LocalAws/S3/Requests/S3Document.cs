using System.Xml;
using System.Xml.Linq;

namespace TelemetryAspire.LocalAws.S3.Requests;

/// <summary>Reads a body that is an XML document.</summary>
internal static class S3Document
{
    /// <summary>Far more than any document of S3 has.</summary>
    /// <remarks>
    /// <see cref="XElement.Value"/> calls itself for each level: a few megabytes of them would use up the stack, which
    /// ends the process.
    /// </remarks>
    private const int MaxDepth = 64;

    /// <summary>Reads all of it; namespaces do not matter, as clients leave them out.</summary>
    /// <param name="body">The body.</param>
    /// <param name="root">The name its root must have.</param>
    /// <param name="maxBytes">Longest document accepted.</param>
    /// <param name="cancellationToken">Ends the wait for the body.</param>
    /// <returns>Null when the body is empty.</returns>
    /// <exception cref="S3Exception">MalformedXML, and those of <see cref="SmallBody"/>.</exception>
    public static async Task<XElement?> TryReadAsync(
        S3RequestBody body,
        string root,
        int maxBytes,
        CancellationToken cancellationToken)
    {
        using var content = await SmallBody.ReadAsync(body, maxBytes, cancellationToken);
        if (content.Length == 0)
        {
            return null;
        }
        var document = Load(content);
        return document.Name.LocalName == root ? document : throw S3Errors.MalformedXml();
    }

    /// <summary>Parses a document of any name.</summary>
    /// <exception cref="S3Exception">MalformedXML.</exception>
    public static XElement Load(Stream content)
    {
        try
        {
            VerifyDepth(content);
            content.Position = 0;
            using var reader = S3Xml.Read(content);
            return XElement.Load(reader);
        }
        catch (XmlException)
        {
            throw S3Errors.MalformedXml();
        }
    }

    /// <summary>Thousands of elements inside each other take the parser seconds, when they are not closed.</summary>
    private static void VerifyDepth(Stream content)
    {
        using var reader = S3Xml.Read(content);
        while (reader.Read())
        {
            if (reader.Depth > MaxDepth)
            {
                throw S3Errors.MalformedXml();
            }
        }
    }

    /// <summary>The same for a body that must not be empty.</summary>
    /// <inheritdoc cref="TryReadAsync"/>
    public static async Task<XElement> ReadAsync(
        S3RequestBody body,
        string root,
        int maxBytes,
        CancellationToken cancellationToken) =>
        await TryReadAsync(body, root, maxBytes, cancellationToken) ?? throw S3Errors.MalformedXml();

    /// <summary>The child elements of that name.</summary>
    public static IEnumerable<XElement> Named(this XElement parent, string name) =>
        parent.Elements().Where(element => element.Name.LocalName == name);

    /// <summary>The text of the only child element of that name; null when there is none.</summary>
    /// <exception cref="S3Exception">MalformedXML when there are several.</exception>
    public static string? Text(this XElement parent, string name)
    {
        string? text = null;
        foreach (var element in parent.Named(name))
        {
            text = text is null ? element.Value : throw S3Errors.MalformedXml();
        }
        return text;
    }

    /// <summary>Refuses an element that is not in AWS's schema.</summary>
    /// <param name="parent">The element around it.</param>
    /// <param name="names">All that the schema has.</param>
    /// <exception cref="S3Exception">MalformedXML.</exception>
    public static void RefuseOthersThan(this XElement parent, params ReadOnlySpan<string> names)
    {
        foreach (var element in parent.Elements())
        {
            if (!names.Contains(element.Name.LocalName))
            {
                throw S3Errors.MalformedXml();
            }
        }
    }

    /// <summary>Refuses an element that would be ignored.</summary>
    /// <exception cref="S3Exception">NotImplemented, naming it.</exception>
    public static void AllowOnly(this XElement parent, params ReadOnlySpan<string> names)
    {
        foreach (var element in parent.Elements())
        {
            if (!names.Contains(element.Name.LocalName))
            {
                throw S3Errors.ParameterNotImplemented(element.Name.LocalName);
            }
        }
    }
}
