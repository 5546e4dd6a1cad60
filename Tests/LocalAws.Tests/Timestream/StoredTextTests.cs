using Amazon.TimestreamWrite;
using Amazon.TimestreamWrite.Model;

namespace TelemetryAspire.LocalAws.Tests.Timestream;

/// <summary>U+0000, at which the storage would cut a text off: two series would become one.</summary>
public sealed class StoredTextTests : TimestreamTest
{
    [Fact]
    public async Task A_dimension_with_U0000_is_refused_and_the_table_can_be_written_after_a_restart()
    {
        await CreateTableAsync();
        await Assert.ThrowsAsync<ValidationException>(() => WriteAsync(Reading("device\0a")));
        await WriteAsync(Reading("device"));

        await RestartAsync();
        await WriteAsync(Reading("other"));

        Assert.Equal("2", await ValueAsync($"SELECT count(*) FROM {FullName}"));
    }

    [Fact]
    public async Task A_measure_value_or_name_with_U0000_is_refused()
    {
        await CreateTableAsync();
        var value = Reading();
        (value.MeasureValue, value.MeasureValueType) = ("w\0a", MeasureValueType.VARCHAR);
        var name = Reading();
        name.MeasureName = "a\0b";

        await Assert.ThrowsAsync<ValidationException>(() => WriteAsync(value));
        await Assert.ThrowsAsync<ValidationException>(() => WriteAsync(name));
    }
}
