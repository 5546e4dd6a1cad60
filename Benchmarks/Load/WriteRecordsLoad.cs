namespace TelemetryAspire.Benchmarks.Load;

/// <summary>Which row a call of <see cref="WriteRecordsLoad"/> writes.</summary>
/// <param name="TimeNanos">The time of its records.</param>
/// <param name="Version">Their version.</param>
internal readonly record struct WriteMoment(long TimeNanos, long Version);

/// <summary>Writes 100 records per call: each caller has devices of its own, whose times its calls decide.</summary>
/// <param name="http">The server.</param>
/// <param name="database">The table's database.</param>
/// <param name="table">The table.</param>
/// <param name="callers">How many callers there are.</param>
/// <param name="moment">The time and version of a caller's call, by the number of the call from 0 on.</param>
internal sealed class WriteRecordsLoad(
    AwsHttp http, string database, string table, int callers, Func<long, WriteMoment> moment) : ILoad
{
    private readonly WriteRecordsBody[] _bodies =
        [.. Enumerable.Range(0, callers).Select(caller => new WriteRecordsBody(database, table, caller))];

    private readonly long[] _calls = new long[callers];

    public async Task<long> CallAsync(int caller, CancellationToken cancellationToken)
    {
        var (time, version) = moment(_calls[caller]++);
        var body = _bodies[caller].At(time, version);
        // An answer that rejects a record is an error, and ends the measurement.
        using var response = await http.CallAsync("Timestream_20181101.WriteRecords", body, cancellationToken);
        return WriteRecordsBody.RecordsPerCall;
    }
}
