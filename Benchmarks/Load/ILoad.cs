namespace TelemetryAspire.Benchmarks.Load;

/// <summary>What one caller does over and over.</summary>
internal interface ILoad
{
    /// <summary>Makes one call.</summary>
    /// <param name="caller">Which of the callers, from 0 on.</param>
    /// <param name="cancellationToken">Ends the measurement.</param>
    /// <returns>How many records, or objects, it moved.</returns>
    Task<long> CallAsync(int caller, CancellationToken cancellationToken);
}
