using Amazon.TimestreamWrite.Model;

namespace TelemetryAspire.ServiceDefaults;

/// <summary>Finds records that name the same row: same dimensions (in any order), measure name and time.</summary>
/// <remarks>Times are compared as instants: 1 second is 1000 milliseconds.</remarks>
internal sealed class RecordIdentity : IEqualityComparer<Record>
{
    /// <summary>The only instance that is needed.</summary>
    internal static RecordIdentity Instance { get; } = new();

    /// <inheritdoc/>
    public bool Equals(Record? x, Record? y)
    {
        if (ReferenceEquals(x, y))
        {
            return true;
        }

        return x is not null
            && y is not null
            && x.MeasureName == y.MeasureName
            && SameTime(x, y)
            && SameDimensions(x.Dimensions, y.Dimensions);
    }

    /// <inheritdoc/>
    public int GetHashCode(Record record)
    {
        // A sum, since it does not depend on the order of the dimensions.
        var dimensions = 0;
        foreach (var dimension in record.Dimensions ?? [])
        {
            dimensions += HashCode.Combine(dimension.Name, dimension.Value);
        }

        var time = RecordTime.TryGetNanoseconds(record, out var nanoseconds)
            ? nanoseconds.GetHashCode()
            : record.Time?.GetHashCode(StringComparison.Ordinal) ?? 0;
        return HashCode.Combine(record.MeasureName, time, dimensions);
    }

    private static bool SameTime(Record x, Record y)
    {
        if (x.Time == y.Time && x.TimeUnit?.Value == y.TimeUnit?.Value)
        {
            return true;
        }

        return RecordTime.TryGetNanoseconds(x, out var first)
            && RecordTime.TryGetNanoseconds(y, out var second)
            && first == second;
    }

    private static bool SameDimensions(List<Dimension>? x, List<Dimension>? y)
    {
        if (ReferenceEquals(x, y))
        {
            return true;
        }

        if ((x?.Count ?? 0) != (y?.Count ?? 0))
        {
            return false;
        }

        for (var i = 0; i < (x?.Count ?? 0); i++)
        {
            if (!SameDimension(x![i], y![i]))
            {
                // Rare: the same dimensions in another order.
                return Sorted(x).SequenceEqual(Sorted(y));
            }
        }

        return true;
    }

    private static bool SameDimension(Dimension x, Dimension y) => x.Name == y.Name && x.Value == y.Value;

    private static IEnumerable<(string? Name, string? Value)> Sorted(List<Dimension> dimensions) => dimensions
        .Select(dimension => (dimension.Name, dimension.Value))
        .OrderBy(dimension => dimension.Name, StringComparer.Ordinal)
        .ThenBy(dimension => dimension.Value, StringComparer.Ordinal)!;
}
