namespace TelemetryAspire.Benchmarks.Queries;

/// <summary>Quantiles of measured values.</summary>
internal static class Quantiles
{
    /// <summary>The value that at least this share of the ordered values does not exceed; NaN when there are none.</summary>
    public static double Of(IReadOnlyList<double> ordered, double quantile) =>
        ordered.Count == 0 ? double.NaN : ordered[(int)Math.Ceiling(quantile * (ordered.Count - 1))];
}
