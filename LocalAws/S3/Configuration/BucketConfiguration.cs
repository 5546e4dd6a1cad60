using System.Xml;
using TelemetryAspire.LocalAws.S3.Requests;

namespace TelemetryAspire.LocalAws.S3.Configuration;

/// <summary>A configuration buckets here always have, or never have, whatever a client asks for.</summary>
/// <param name="Parameter">The query parameter that selects it.</param>
/// <param name="Name">The name in its operations: Get<c>BucketVersioning</c>.</param>
internal sealed record BucketConfiguration(string Parameter, string Name)
{
    /// <summary>Writes what GET tells of every bucket; null when it refuses with <see cref="Absence"/>.</summary>
    public Action<XmlWriter>? Document { get; init; }

    /// <summary>How GET says that there is none.</summary>
    public Func<S3Exception>? Absence { get; init; }

    /// <summary>Whether DELETE succeeds, since there is nothing to delete.</summary>
    public bool CanBeDeleted { get; init; }

    /// <summary>What PUT may ask for since it holds already: the leaves of the document, name and value.</summary>
    public IReadOnlyList<(string Name, string Value)> Holds { get; init; } = [];

    /// <summary>A configuration whose document is empty, but for its name.</summary>
    public static BucketConfiguration Empty(string parameter, string name, string root) =>
        new(parameter, name) { Document = writer => WriteLeaves(writer, [root], []) };

    /// <summary>A configuration every bucket has, with these leaves.</summary>
    public static BucketConfiguration Fixed(
        string parameter,
        string name,
        string[] path,
        params (string Name, string Value)[] leaves) => new(parameter, name)
        {
            Document = writer => WriteLeaves(writer, path, leaves),
            Holds = leaves,
        };

    /// <summary>A configuration no bucket has.</summary>
    public static BucketConfiguration Absent(
        string parameter,
        string name,
        string code,
        string message,
        bool canBeDeleted = true) => new(parameter, name)
        {
            Absence = () => new S3Exception(code, message, StatusCodes.Status404NotFound),
            CanBeDeleted = canBeDeleted,
        };

    private static void WriteLeaves(XmlWriter writer, string[] path, (string Name, string Value)[] leaves)
    {
        writer.WriteStartElement(path[0], S3Xml.Namespace);
        foreach (var element in path.Skip(1))
        {
            writer.WriteStartElement(element);
        }
        foreach (var (name, value) in leaves)
        {
            writer.WriteElementString(name, value);
        }
        foreach (var _ in path)
        {
            writer.WriteEndElement();
        }
    }
}
