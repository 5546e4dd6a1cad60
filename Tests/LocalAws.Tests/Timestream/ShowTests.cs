using Amazon.TimestreamQuery.Model;
using Amazon.TimestreamWrite;

namespace TelemetryAspire.LocalAws.Tests.Timestream;

/// <summary>SHOW and DESCRIBE.</summary>
public sealed class ShowTests : TimestreamTest
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await CreateTableAsync();
        await WriteAsync(Reading(), Multi("a", ("on", "true", MeasureValueType.BOOLEAN)));
    }

    [Fact]
    public async Task Databases_and_tables_are_listed()
    {
        Assert.Equal([["TimestreamDB"]], await RowsAsync("SHOW DATABASES"));
        Assert.Equal([["TimestreamTable"]], await RowsAsync("SHOW TABLES FROM \"TimestreamDB\""));
        Assert.Equal([["TimestreamTable"]], await RowsAsync("SHOW TABLES LIKE 'Time%'"));
        Assert.Empty(await RowsAsync("SHOW TABLES LIKE 'time%'"));
        await Assert.ThrowsAsync<ValidationException>(() => RowsAsync("SHOW TABLES FROM absent"));
    }

    [Fact]
    public async Task Measures_are_listed_with_their_dimensions()
    {
        var response = await QueryAsync($"SHOW MEASURES FROM {FullName}");

        Assert.Equal(["measure_name", "data_type", "dimensions"], response.ColumnInfo.Select(column => column.Name));
        Assert.Equal(
            ["dimension_name", "data_type"],
            response.ColumnInfo[2].Type.ArrayColumnInfo.Type.RowColumnInfo.Select(field => field.Name));
        Assert.Equal(
            [["status", "multi", "[(DeviceID, varchar)]"], ["temperature", "double", "[(DeviceID, varchar)]"]],
            response.Rows.Select(row => row.Data.Select(Text)));
    }

    [Fact]
    public async Task A_table_is_described_by_its_columns()
    {
        var response = await QueryAsync($"DESCRIBE {FullName}");

        Assert.Equal(
            ["Column", "Type", "Timestream attribute type"], response.ColumnInfo.Select(column => column.Name));
        Assert.Equal(
            [
                ["DeviceID", "varchar", "DIMENSION"],
                ["measure_name", "varchar", "MEASURE_NAME"],
                ["time", "timestamp", "TIMESTAMP"],
                ["measure_value::double", "double", "MEASURE_VALUE"],
                ["on", "boolean", "MULTI"],
            ],
            response.Rows.Select(row => row.Data.Select(Text)));
    }
}
