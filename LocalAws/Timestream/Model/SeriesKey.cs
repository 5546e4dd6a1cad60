using System.Text;

namespace TelemetryAspire.LocalAws.Timestream.Model;

/// <summary>A dimension: a name and its text value.</summary>
internal readonly record struct DimensionValue(string Name, string Value);

/// <summary>The identity of a time series: a set of dimensions, whatever order they came in.</summary>
internal sealed class SeriesKey
{
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
}
