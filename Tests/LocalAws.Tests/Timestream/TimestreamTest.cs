using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using Amazon.TimestreamQuery;
using Amazon.TimestreamQuery.Model;
using Amazon.TimestreamWrite;
using Amazon.TimestreamWrite.Model;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using AwsException = TelemetryAspire.LocalAws.Protocol.AwsException;
using AwsJsonOperations = TelemetryAspire.LocalAws.Protocol.AwsJsonOperations;
using Record = Amazon.TimestreamWrite.Model.Record;
using RequestContext = TelemetryAspire.LocalAws.Protocol.RequestContext;

namespace TelemetryAspire.LocalAws.Tests.Timestream;

/// <summary>What every test of Timestream needs: LocalAws with a clock that stands still, a table, and both clients.</summary>
public abstract class TimestreamTest : IAsyncLifetime
{
    protected const string Database = "TimestreamDB";
    protected const string Table = "TimestreamTable";
    protected const string FullName = "\"TimestreamDB\".\"TimestreamTable\"";

    internal static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected FakeTimeProvider Clock { get; } = new(Now);

    protected AmazonTimestreamWriteClient Writer { get; private set; } = null!;

    protected AmazonTimestreamQueryClient Reader { get; private set; } = null!;

    private protected LocalAwsHost LocalAws { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync()
    {
        LocalAws = await LocalAwsHost.StartAsync(Clock);
        Connect();
    }

    public async ValueTask DisposeAsync()
    {
        Writer.Dispose();
        Reader.Dispose();
        await LocalAws.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    internal static AmazonTimestreamWriteClient CreateWriter(Uri url) => new(
        new BasicAWSCredentials("test", "test"),
        new AmazonTimestreamWriteConfig { ServiceURL = url.ToString(), AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 });

    internal static AmazonTimestreamQueryClient CreateReader(Uri url) => new(
        new BasicAWSCredentials("test", "test"),
        new AmazonTimestreamQueryConfig { ServiceURL = url.ToString(), AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 });

    /// <summary>Stops LocalAws and starts it again on the same data.</summary>
    protected async Task RestartAsync()
    {
        await LocalAws.RestartAsync();
        Writer.Dispose();
        Reader.Dispose();
        Connect();
    }

    /// <summary>Creates the database and the table: 24 hours in memory, no magnetic writes unless said.</summary>
    protected async Task CreateTableAsync(long memoryHours = 24, long magneticDays = 3650, bool magneticWrites = false)
    {
        await Writer.CreateDatabaseAsync(new CreateDatabaseRequest { DatabaseName = Database }, Cancellation);
        await Writer.CreateTableAsync(
            new CreateTableRequest
            {
                DatabaseName = Database,
                TableName = Table,
                RetentionProperties = Retention(memoryHours, magneticDays),
                MagneticStoreWriteProperties = new MagneticStoreWriteProperties { EnableMagneticStoreWrites = magneticWrites },
            },
            Cancellation);
    }

    protected static RetentionProperties Retention(long memoryHours, long magneticDays) => new()
    {
        MemoryStoreRetentionPeriodInHours = memoryHours,
        MagneticStoreRetentionPeriodInDays = magneticDays,
    };

    /// <summary>A double at the present time, unless said otherwise.</summary>
    protected static Record Reading(
        string device = "a", string measure = "temperature", string? value = "1.5", DateTimeOffset? time = null, long? version = null) =>
        new()
        {
            Dimensions = [new Dimension { Name = "DeviceID", Value = device }],
            MeasureName = measure,
            MeasureValue = value,
            MeasureValueType = MeasureValueType.DOUBLE,
            Time = Millis(time ?? Now),
            Version = version,
        };

    protected static Record Multi(string device, params (string Name, string Value, MeasureValueType Type)[] measures) => new()
    {
        Dimensions = [new Dimension { Name = "DeviceID", Value = device }],
        MeasureName = "status",
        MeasureValueType = MeasureValueType.MULTI,
        MeasureValues =
            [.. measures.Select(measure => new MeasureValue { Name = measure.Name, Value = measure.Value, Type = measure.Type })],
        Time = Millis(Now),
    };

    protected static string Millis(DateTimeOffset time) =>
        time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    protected Task<WriteRecordsResponse> WriteAsync(params IEnumerable<Record> records) => Writer.WriteRecordsAsync(
        new WriteRecordsRequest { DatabaseName = Database, TableName = Table, Records = [.. records] }, Cancellation);

    protected Task<QueryResponse> QueryAsync(string sql, string? nextToken = null, int? maxRows = null) => Reader.QueryAsync(
        new QueryRequest { QueryString = sql, NextToken = nextToken, MaxRows = maxRows }, Cancellation);

    /// <summary>Calls an operation as its model has it, for what the SDKs of these tests have no class for.</summary>
    private protected async Task<JsonElement> CallAsync(string operation, string request) =>
        await LocalAws.Services.GetRequiredService<AwsJsonOperations>().CallAsync(
            "Timestream_20181101." + operation,
            JsonNode.Parse(request)!.AsObject(),
            new RequestContext("us-east-1", RequestContext.DefaultAccountId, LocalAws.Url, "test"),
            Cancellation);

    /// <summary>The error that an operation answers with.</summary>
    private protected Task<AwsException> RefusedAsync(string operation, string request) =>
        Assert.ThrowsAnyAsync<AwsException>(() => CallAsync(operation, request));

    /// <summary>All rows of a query, with each value as text: lists in brackets, rows in parentheses, NULL as null, or nothing inside those.</summary>
    protected async Task<List<string?[]>> RowsAsync(string sql)
    {
        var rows = new List<string?[]>();
        string? token = null;
        do
        {
            var page = await QueryAsync(sql, token);
            rows.AddRange((page.Rows ?? []).Select(row => row.Data.Select(Text).ToArray()));
            token = page.NextToken;
        }
        while (token is not null);
        return rows;
    }

    /// <summary>The one value of a query.</summary>
    protected async Task<string?> ValueAsync(string sql) => Assert.Single(Assert.Single(await RowsAsync(sql)));

    internal static string? Text(Datum datum) => datum switch
    {
        { NullValue: true } => null,
        { ScalarValue: { } scalar } => scalar,
        { ArrayValue: { } array } => $"[{string.Join(", ", array.Select(Text))}]",
        { RowValue: { } row } => $"({string.Join(", ", row.Data.Select(Text))})",
        { TimeSeriesValue: { } series } =>
            $"[{string.Join(", ", series.Select(point => $"{point.Time}={Text(point.Value)}"))}]",
        _ => throw new InvalidOperationException("A datum has no value."),
    };

    private void Connect()
    {
        Writer = CreateWriter(LocalAws.Url);
        Reader = CreateReader(LocalAws.Url);
    }
}
