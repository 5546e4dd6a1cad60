using System.Globalization;
using System.Text;
using System.Xml;

namespace TelemetryAspire.LocalAws.Protocol;

/// <summary>Writes the members of a query protocol document; a null value writes nothing.</summary>
internal sealed class QueryXml(XmlWriter writer)
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(false),
        OmitXmlDeclaration = true,
        // A carriage return of a template's text would otherwise be read as a line feed.
        NewLineHandling = NewLineHandling.Entitize,
    };

    /// <summary>Makes a whole document with one root element.</summary>
    public static byte[] Document(string root, string xmlNamespace, Action<QueryXml> write)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, Settings))
        {
            writer.WriteStartElement(root, xmlNamespace);
            write(new QueryXml(writer));
            writer.WriteEndElement();
        }

        return stream.ToArray();
    }

    public void Text(string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteStartElement(name);
            writer.WriteString(Representable(value));
            writer.WriteEndElement();
        }
    }

    public void Flag(string name, bool? value) => Text(name, value is { } flag ? (flag ? "true" : "false") : null);

    public void Number(string name, int? value) => Text(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>Writes a time as <c>2021-01-04T10:46:15.225Z</c>.</summary>
    public void Time(string name, DateTimeOffset? value) => Text(
        name, value?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));

    public void Structure(string name, Action<QueryXml> write)
    {
        writer.WriteStartElement(name);
        write(this);
        writer.WriteEndElement();
    }

    /// <summary>Writes a list of structures; an empty one is an empty element, as AWS writes it.</summary>
    public void List<T>(string name, IEnumerable<T>? items, Action<QueryXml, T> write)
    {
        if (items is null)
        {
            return;
        }

        writer.WriteStartElement(name);
        foreach (var item in items)
        {
            Structure("member", xml => write(xml, item));
        }

        writer.WriteEndElement();
    }

    public void Texts(string name, IEnumerable<string>? items)
    {
        if (items is null)
        {
            return;
        }

        writer.WriteStartElement(name);
        foreach (var item in items)
        {
            Text("member", item);
        }

        writer.WriteEndElement();
    }

    /// <summary>XML 1.0 has no way to write most control characters, not even by reference.</summary>
    private static string Representable(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsRepresentable(text, i))
            {
                return string.Create(text.Length, text, static (target, source) =>
                {
                    for (var j = 0; j < source.Length; j++)
                    {
                        target[j] = IsRepresentable(source, j) ? source[j] : '\uFFFD';
                    }
                });
            }
        }

        return text;
    }

    private static bool IsRepresentable(string text, int index)
    {
        var character = text[index];
        return char.IsHighSurrogate(character) ? index + 1 < text.Length && char.IsLowSurrogate(text[index + 1])
            : char.IsLowSurrogate(character) ? index > 0 && char.IsHighSurrogate(text[index - 1])
            : XmlConvert.IsXmlChar(character);
    }
}
