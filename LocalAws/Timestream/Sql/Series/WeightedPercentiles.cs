using TelemetryAspire.LocalAws.Timestream.Sql.Functions;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Series;

/// <summary>Places of percentiles among sorted values, each of which counts as often as its weight says.</summary>
internal sealed class WeightedPercentiles
{
    /// <summary>For each value, the sum of its weight and those before it.</summary>
    private readonly List<long> _sums = [];

    public WeightedPercentiles(List<long> weights)
    {
        var sum = 0L;
        foreach (var weight in weights)
        {
            _sums.Add(sum = weight > 0
                ? checked(sum + weight)
                : throw new QueryDataException("percentile weight must be > 0"));
        }
    }

    /// <summary>The places, counted from 1; null for null.</summary>
    public List<long?> PlacesOf(List<double?> percentiles) =>
        percentiles.ConvertAll(percentile => percentile is { } p ? PlaceOf(p) : (long?)null);

    private long PlaceOf(double percentile)
    {
        if (percentile is not (>= 0 and <= 1))
        {
            throw new QueryDataException("Percentile must be between 0 and 1");
        }

        var before = (long)Math.Floor(percentile * _sums[^1]);
        var found = _sums.BinarySearch(before);
        return Math.Min(found >= 0 ? found + 2 : ~found + 1, _sums.Count);
    }
}
