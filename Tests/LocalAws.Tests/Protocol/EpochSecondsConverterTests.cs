using System.Text.Json;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Tests.Protocol;

public sealed class EpochSecondsConverterTests
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new EpochSecondsConverter() } };

    [Theory]
    [InlineData("1609757175.225", 1609757175225)]
    [InlineData("1.609757175225E9", 1609757175225)]
    [InlineData("0", 0)]
    [InlineData("-1.5", -1500)]
    [InlineData("1609757175.2259", 1609757175226)]
    public void Numbers_of_seconds_are_read_to_the_millisecond(string json, long milliseconds)
    {
        var read = JsonSerializer.Deserialize<DateTimeOffset>(json, Options);

        Assert.Equal(milliseconds, read.ToUnixTimeMilliseconds());
    }

    [Theory]
    [InlineData("\"2021-01-04\"")]
    [InlineData("1e300")]
    [InlineData("-1e11")]
    [InlineData("true")]
    public void What_is_no_time_is_refused(string json)
    {
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<DateTimeOffset>(json, Options));
    }

    [Fact]
    public void Times_are_written_with_milliseconds()
    {
        var time = DateTimeOffset.FromUnixTimeMilliseconds(1609757175225);

        Assert.Equal("1609757175.225", JsonSerializer.Serialize(time, Options));
    }
}
