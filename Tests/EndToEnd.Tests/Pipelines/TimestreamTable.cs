using Amazon.TimestreamQuery;
using Amazon.TimestreamQuery.Model;

namespace TelemetryAspire.EndToEnd.Tests.Pipelines;

/// <summary>Reads the pipeline's table through the Query API, page by page.</summary>
internal sealed class TimestreamTable(IAmazonTimestreamQuery client) : IDisposable
{
    public const string Name = "\"TimestreamDB\".\"TimestreamTable\"";

    /// <summary>All rows of a query: every page, values as the service writes them, null where it says NULL.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<string?>>> QueryAsync(string sql, CancellationToken cancellationToken)
    {
        var rows = new List<IReadOnlyList<string?>>();
        string? next = null;
        do
        {
            var page = await client.QueryAsync(
                new QueryRequest { QueryString = sql, NextToken = next }, cancellationToken);
            rows.AddRange((page.Rows ?? []).Select(row => row.Data.ConvertAll(Text)));
            next = page.NextToken;
        }
        while (next is not null);

        return rows;
    }

    /// <summary>How many rows the table has; 0 also while it, or the endpoint, cannot be reached.</summary>
    public async Task<long> CountAsync(CancellationToken cancellationToken)
    {
        try
        {
            var rows = await QueryAsync($"SELECT COUNT(*) FROM {Name}", cancellationToken);
            return long.Parse(rows[0][0]!, System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (Exception error) when (error is HttpRequestException or AmazonTimestreamQueryException)
        {
            return 0;
        }
    }

    /// <summary>A query of a name and a time series: the points of each, in the service's order.</summary>
    public async Task<Dictionary<string, List<(string Time, string Value)>>> SeriesAsync(
        string sql, CancellationToken cancellationToken)
    {
        var response = await client.QueryAsync(new QueryRequest { QueryString = sql }, cancellationToken);
        return response.Rows.ToDictionary(
            row => row.Data[0].ScalarValue,
            row => row.Data[1].TimeSeriesValue.ConvertAll(point => (point.Time, point.Value.ScalarValue)));
    }

    public void Dispose() => client.Dispose();

    private static string? Text(Datum datum) => datum.NullValue == true ? null : datum.ScalarValue;
}
