namespace TelemetryAspire.LocalAws.Tests.Timestream;

/// <summary>Conditions on names and LIMIT are followed by the scan of a table; the rows are those of a query that is not.</summary>
public sealed class ScanTests : TimestreamTest
{
    private static readonly string[] Measures = ["humidity", "watt", "it's"];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await CreateTableAsync();
        for (var step = 0; step < 20; step++)
        {
            await WriteAsync(
                from device in (string[])["a", "b", "c'"]
                from measure in Measures
                select Reading(device, measure, $"{step}.5", Now.AddSeconds(-step)));
        }
    }

    /// <summary>A condition that the scan takes over, and one like it that it does not.</summary>
    public static TheoryData<string, string> Conditions => new()
    {
        { "DeviceID = 'a'", "DeviceID || '' = 'a'" },
        { "'a' = deviceid", "DeviceID || '' = 'a'" },
        { "DeviceID IN ('a', 'c''', 'a', 'unknown')", "DeviceID || '' IN ('a', 'c''')" },
        { "DeviceID = 'unknown'", "FALSE" },
        { "measure_name = 'it''s'", "measure_name || '' = 'it''s'" },
        { "measure_name IN ('watt', 'unknown')", "measure_name || '' = 'watt'" },
        { "measure_name = 'unknown'", "FALSE" },
        { "DeviceID = 'a' AND DeviceID = 'b'", "FALSE" },
        { "DeviceID = 'a' AND DeviceID IN ('a', 'b')", "DeviceID || '' = 'a'" },
        { "DeviceID = 'a' AND measure_name = 'watt'", "DeviceID || measure_name = 'awatt'" },
        { "DeviceID = 'a' AND measure_name LIKE 'w%'", "DeviceID || measure_name = 'awatt'" },
        { "DeviceID = 'a' AND measure_value::double > 3", "DeviceID || '' = 'a' AND measure_value::double > 3" },
        { "DeviceID = 'a' AND (measure_name = 'watt' OR time > ago(1d))", "DeviceID || '' = 'a'" },
        { "NOT DeviceID = 'a'", "DeviceID || '' <> 'a'" },
        { "DeviceID NOT IN ('a')", "DeviceID || '' <> 'a'" },
        { "DeviceID IN ('a', measure_name)", "DeviceID || '' = 'a'" },
        { "DeviceID = 'a' AND time IN (SELECT max(time) FROM {0})", "DeviceID || '' = 'a' AND time = (SELECT max(time) FROM {0})" },
    };

    /// <summary>What the scan finds before it joins names, and what it must leave alone.</summary>
    public static TheoryData<string> Selections => new()
    {
        "SELECT * FROM {0} WHERE {1} ORDER BY time DESC, measure_value::double LIMIT 1000",
        "SELECT DISTINCT time FROM {0} WHERE {1} ORDER BY time DESC LIMIT 3",
        "SELECT time, count(*) OVER () AS n FROM {0} WHERE {1} ORDER BY time DESC, n LIMIT 1",
        "SELECT max(time) AS latest FROM {0} WHERE {1} ORDER BY 1 LIMIT 1",
        "SELECT measure_name, count(*) FROM {0} WHERE {1} GROUP BY measure_name ORDER BY measure_name LIMIT 2",
        "SELECT measure_name, time AS t FROM {0} WHERE {1} ORDER BY t DESC, measure_name OFFSET 2 LIMIT 4",
        "SELECT time, measure_value::double FROM {0} WHERE {1} ORDER BY time DESC LIMIT 7",
    };

    [Theory]
    [MemberData(nameof(Conditions))]
    public async Task Rows_are_the_same_whether_the_scan_takes_a_condition_over_or_not(string condition, string other)
    {
        foreach (var selection in Selections)
        {
            Assert.Equal(await RowsOfAsync(selection.Data, other), await RowsOfAsync(selection.Data, condition));
        }
    }

    [Fact]
    public async Task Latest_rows_of_a_device_come_with_their_names()
    {
        var rows = await RowsAsync(
            $"SELECT time, measure_name, DeviceID FROM {FullName} WHERE DeviceID = 'b' ORDER BY time DESC OFFSET 3 LIMIT 3");

        Assert.Equal(Measures.Order(), rows.Select(row => row[1]).Order());
        Assert.All(rows, row => Assert.Equal(("2026-03-01 11:59:59.000000000", "b"), (row[0], row[2])));
    }

    [Fact]
    public async Task First_rows_are_chosen_among_those_that_meet_a_condition_on_a_joined_name()
    {
        var rows = await RowsAsync(
            $"SELECT DeviceID, time FROM {FullName} WHERE DeviceID LIKE 'c%' AND measure_name <> 'watt' ORDER BY time LIMIT 2");

        Assert.Equal(["c'", "c'"], rows.Select(row => row[0]));
        Assert.All(rows, row => Assert.Equal("2026-03-01 11:59:41.000000000", row[1]));
    }

    private async Task<string> RowsOfAsync(string selection, string condition)
    {
        var sql = selection.Replace("{1}", condition, StringComparison.Ordinal).Replace("{0}", FullName, StringComparison.Ordinal);
        var rows = await RowsAsync(sql);
        return string.Join('\n', rows.Select(row => string.Join('|', row)).Order());
    }
}
