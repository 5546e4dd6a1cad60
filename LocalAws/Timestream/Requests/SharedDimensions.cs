using TelemetryAspire.LocalAws.Timestream.Model;

namespace TelemetryAspire.LocalAws.Timestream.Requests;

/// <summary>Dimensions that came in the same bytes before, as those of a device do with each of its records.</summary>
/// <remarks>Shared by requests: nothing may be added to it.</remarks>
internal sealed class SharedDimensions(IEnumerable<DimensionInput> dimensions) : List<DimensionInput>(dimensions)
{
    private volatile SeriesKey? _series;

    /// <summary>The series they are when there are no common ones; null until it was found valid.</summary>
    public SeriesKey? Series
    {
        get => _series;
        set => _series = value;
    }
}
