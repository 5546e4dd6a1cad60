using System.Text;

namespace TelemetryAspire.LocalAws.Timestream.Model;

/// <summary>A dimension: a name and its text value.</summary>
internal readonly record struct DimensionValue(string Name, string Value);

/// <summary>The identity of a time series: a set of dimensions, whatever order they came in.</summary>
internal sealed class SeriesKey
{
    private volatile RememberedId? _id;

    private SeriesKey(DimensionValue[] dimensions, string text)
    {
        Dimensions = dimensions;
        Text = text;
    }

    /// <summary>The dimensions, ordered by name.</summary>
    public IReadOnlyList<DimensionValue> Dimensions { get; }

    /// <summary>
    /// The set as one text, equal exactly when the sets are equal: every name and value is preceded by its length.
    /// </summary>
    public string Text { get; }

    /// <summary>The id that the same owner remembered here last, or null.</summary>
    public int? IdOf(object owner) => _id is { } id && ReferenceEquals(id.Owner, owner) ? id.Id : null;

    /// <summary>
    /// Remembers the id that an owner has given to the series: keys are shared by requests, and to look them up by text
    /// takes the owner longer than all else that it does with a record.
    /// </summary>
    /// <param name="owner">Anything that stands for the owner; it is kept for as long as the key.</param>
    /// <param name="id">The id.</param>
    public void Remember(object owner, int id) => _id = new RememberedId(owner, id);

    /// <summary>Builds the key of a set; names must differ.</summary>
    public static SeriesKey Create(IEnumerable<DimensionValue> dimensions)
    {
        DimensionValue[] sorted = [.. dimensions];
        Array.Sort(sorted, static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        var text = new StringBuilder();
        foreach (var (name, value) in sorted)
        {
            text.Append(name.Length).Append(':').Append(name).Append(value.Length).Append(':').Append(value);
        }

        return new SeriesKey(sorted, text.ToString());
    }

    private sealed record RememberedId(object Owner, int Id);
}
