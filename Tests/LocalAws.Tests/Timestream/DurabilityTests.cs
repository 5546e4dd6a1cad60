using System.Collections.Concurrent;
using Amazon.TimestreamQuery;
using Amazon.TimestreamQuery.Model;
using Amazon.TimestreamWrite;
using Amazon.TimestreamWrite.Model;
using Record = Amazon.TimestreamWrite.Model.Record;

namespace TelemetryAspire.LocalAws.Tests.Timestream;

/// <summary>What was acknowledged is there, once, after the process was killed.</summary>
public sealed class DurabilityTests : IDisposable
{
    private const int Rounds = 3;
    private const int Writers = 3;
    private readonly TemporaryDirectory _data = new();
    private readonly DateTimeOffset _start = TimeProvider.System.GetUtcNow().AddHours(-1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task Every_acknowledged_record_is_stored_once_after_kill_9_in_the_middle_of_writing()
    {
        var acknowledged = new ConcurrentDictionary<string, string>();
        for (var round = 0; round < Rounds; round++)
        {
            await WriteUntilKilledAsync(acknowledged, round);
        }

        await using var localAws = await LocalAwsProcess.StartAsync(_data.FullName);
        using var reader = TimestreamTest.CreateReader(localAws.Url);
        var stored = await ReadAllAsync(reader);

        Assert.NotEmpty(acknowledged);
        Assert.All(acknowledged, record => Assert.Equal(record.Value, stored[record.Key]));
    }

    private async Task WriteUntilKilledAsync(ConcurrentDictionary<string, string> acknowledged, int round)
    {
        await using var localAws = await LocalAwsProcess.StartAsync(_data.FullName);
        using var writer = TimestreamTest.CreateWriter(localAws.Url);
        if (round == 0)
        {
            await writer.CreateDatabaseAsync(new CreateDatabaseRequest { DatabaseName = "crash" }, Cancellation);
            await writer.CreateTableAsync(new CreateTableRequest { DatabaseName = "crash", TableName = "table" }, Cancellation);
        }

        var target = acknowledged.Count + 1_500;
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var writing = Task.WhenAll(Enumerable.Range(0, Writers).Select(number => WriteAsync(
            writer, acknowledged, $"device-{round}-{number}", () => acknowledged.Count >= target && reached.TrySetResult())));
        await reached.Task;
        await localAws.KillAsync();
        await writing;
    }

    /// <summary>Writes until the connection breaks, and takes note of what was acknowledged until then.</summary>
    private async Task WriteAsync(
        AmazonTimestreamWriteClient writer, ConcurrentDictionary<string, string> acknowledged, string device, Func<bool> written)
    {
        for (var batch = 0; ; batch++)
        {
            var records = Enumerable.Range(0, 50).Select(number => RecordOf(device, (batch * 50) + number)).ToList();
            try
            {
                await writer.WriteRecordsAsync(
                    new WriteRecordsRequest { DatabaseName = "crash", TableName = "table", Records = records }, Cancellation);
            }
            catch (HttpRequestException)
            {
                return;
            }

            records.ForEach(record => Assert.True(acknowledged.TryAdd($"{device}/{record.Time}", record.MeasureValue)));
            written();
        }
    }

    private Record RecordOf(string device, int number) => new()
    {
        Dimensions = [new Dimension { Name = "DeviceID", Value = device }],
        MeasureName = "count",
        MeasureValue = number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        MeasureValueType = MeasureValueType.BIGINT,
        Time = _start.AddMilliseconds(number).ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    /// <summary>All rows by device and time; a row stored twice fails here.</summary>
    private static async Task<Dictionary<string, string>> ReadAllAsync(AmazonTimestreamQueryClient reader)
    {
        var stored = new Dictionary<string, string>();
        var request = new QueryRequest
        {
            QueryString = "SELECT DeviceID, to_milliseconds(time), measure_value::bigint FROM \"crash\".\"table\"",
        };
        do
        {
            var page = await reader.QueryAsync(request, Cancellation);
            foreach (var row in page.Rows ?? [])
            {
                stored.Add($"{row.Data[0].ScalarValue}/{row.Data[1].ScalarValue}", row.Data[2].ScalarValue);
            }

            request.NextToken = page.NextToken;
        }
        while (request.NextToken is not null);
        return stored;
    }
}
