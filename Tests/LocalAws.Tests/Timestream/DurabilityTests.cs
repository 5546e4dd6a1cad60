using System.Globalization;
using Amazon.TimestreamQuery;
using Amazon.TimestreamQuery.Model;
using Amazon.TimestreamWrite.Model;

namespace TelemetryAspire.LocalAws.Tests.Timestream;

/// <summary>What was acknowledged is there, once, after the process was killed again and again.</summary>
public sealed class DurabilityTests : IDisposable
{
    private const int Rounds = 20;
    private const int Writers = 4;
    private readonly TemporaryDirectory _data = new();

    private readonly List<CrashWriter> _writers =
        [.. Enumerable.Range(0, Writers).Select(number =>
            new CrashWriter($"device-{number}", TimeProvider.System.GetUtcNow().AddHours(-1)))];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private int Acknowledged => _writers.Sum(writer => writer.Acknowledged);

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task Every_acknowledged_record_is_stored_once_in_its_newest_version_after_kill_9_twenty_times_in_a_row()
    {
        for (var round = 0; round < Rounds; round++)
        {
            await WriteUntilKilledAsync(round);
        }

        await using var localAws = await LocalAwsProcess.StartAsync(_data.FullName);
        using var reader = TimestreamTest.CreateReader(localAws.Url);
        foreach (var writer in _writers)
        {
            writer.Check(await ReadAllAsync(reader, writer.Device));
        }
    }

    /// <summary>Each round is killed after another number of requests, with several under way.</summary>
    private async Task WriteUntilKilledAsync(int round)
    {
        await using var localAws = await LocalAwsProcess.StartAsync(_data.FullName);
        using var client = TimestreamTest.CreateWriter(localAws.Url);
        if (round == 0)
        {
            await client.CreateDatabaseAsync(new CreateDatabaseRequest { DatabaseName = "crash" }, Cancellation);
            await client.CreateTableAsync(new CreateTableRequest { DatabaseName = "crash", TableName = "table" }, Cancellation);
        }

        var target = Acknowledged + 5 + (round * 7 % 20);
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var writing = Task.WhenAll(_writers.Select(writer => writer.WriteAsync(
            client,
            () =>
            {
                if (Acknowledged >= target)
                {
                    reached.TrySetResult();
                }
            },
            Cancellation)));

        // A writer that fails, rather than being cut off, ends the test with what went wrong.
        await await Task.WhenAny(reached.Task, writing);
        await localAws.KillAsync();
        await writing;
    }

    /// <summary>The versions of a device's rows by time; a row stored twice fails here.</summary>
    private static async Task<Dictionary<string, long>> ReadAllAsync(AmazonTimestreamQueryClient reader, string device)
    {
        var stored = new Dictionary<string, long>();
        var request = new QueryRequest
        {
            QueryString = "SELECT to_milliseconds(time), measure_value::bigint FROM \"crash\".\"table\" "
                + $"WHERE DeviceID = '{device}'",
        };
        do
        {
            var page = await reader.QueryAsync(request, Cancellation);
            foreach (var row in page.Rows ?? [])
            {
                stored.Add(row.Data[0].ScalarValue, long.Parse(row.Data[1].ScalarValue, CultureInfo.InvariantCulture));
            }

            request.NextToken = page.NextToken;
        }
        while (request.NextToken is not null);
        return stored;
    }
}
