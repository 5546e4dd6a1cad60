using System.Text.Json;
using TelemetryAspire.Benchmarks.Load;

namespace TelemetryAspire.Benchmarks.Queries;

/// <summary>What one query came to over many runs: sizes are those of the last run.</summary>
internal sealed class QueryMeasurement(NamedQuery query)
{
    private readonly List<double> _firstPages = [];
    private readonly List<double> _wholes = [];

    public string Name => query.Name;

    public int Rows { get; private set; }

    public int Pages { get; private set; }

    public long Bytes { get; private set; }

    /// <summary>Milliseconds until the first page was there.</summary>
    public double FirstPage(double quantile) => Quantile(_firstPages, quantile);

    /// <summary>Milliseconds until the last page was there.</summary>
    public double Whole(double quantile) => Quantile(_wholes, quantile);

    /// <summary>Runs the query and reads all its pages, without a thought for its time.</summary>
    public Task WarmUpAsync(AwsHttp http) => RunAsync(http);

    /// <summary>Runs the query, reads all its pages and takes note of the time.</summary>
    public async Task MeasureAsync(AwsHttp http)
    {
        var (first, whole) = await RunAsync(http);
        _firstPages.Add(first);
        _wholes.Add(whole);
    }

    private async Task<(double First, double Whole)> RunAsync(AwsHttp http)
    {
        (Rows, Pages, Bytes) = (0, 0, 0);
        var (first, whole) = (0.0, 0.0);
        string? token = null;
        do
        {
            var request = JsonSerializer.SerializeToUtf8Bytes(new { QueryString = query.Sql, NextToken = token });
            var start = TimeProvider.System.GetTimestamp();
            using var response = await http.CallAsync("Timestream_20181101.Query", request, CancellationToken.None);
            whole += TimeProvider.System.GetElapsedTime(start).TotalMilliseconds;
            first = Pages == 0 ? whole : first;
            using var answer = JsonDocument.Parse(response.Memory);
            Pages++;
            Bytes += response.Memory.Length;
            Rows += answer.RootElement.GetProperty("Rows"u8).GetArrayLength();
            token = answer.RootElement.TryGetProperty("NextToken", out var next) ? next.GetString() : null;
        }
        while (token is not null);
        return (first, whole);
    }

    private static double Quantile(List<double> values, double quantile) => Quantiles.Of([.. values.Order()], quantile);
}
