using System.Text;
using TelemetryAspire.Simulator.Replay;
using TelemetryAspire.Telemetry;

namespace TelemetryAspire.Simulator.Tests.Replay;

public sealed class ReplayMessageTests
{
    [Theory]
    [InlineData("""{"Time":1609757175225.499,"DeviceID":"d"}""", "Time", "DeviceID")]
    [InlineData("""{"x":[{"time":1}],"time":"1609757175225.499","deviceid":"d","Time":2}""", "Time", "DeviceID")]
    [InlineData("""{"id":"e","data":{"id":"d","at":{"ms":1609757175225.499}},"ms":3}""", "$.data.at.ms", "$.data.id")]
    [InlineData("""{"a.t":1609757175225.499,"data":{"d.id":"d","at":1}}""", "a.t", "$.data['d.id']")]
    [InlineData("""{"data":{"outside.time":1609757175225.499},"id":"d"}""", "$.data['outside.time']", "$['id']")]
    public void Time_and_key_are_found_by_name_or_path(string line, string timeField, string keyField)
    {
        var message = Read(line, timeField, keyField);

        Assert.Equal(1_609_757_175_225.499m, message.Time);
        Assert.Equal("d", message.PartitionKey);
    }

    [Theory]
    [InlineData("1594598735.7727768", EventTimeUnit.Seconds)]
    [InlineData("1594598735772.7768", EventTimeUnit.Milliseconds)]
    [InlineData("1594598735772776.8", EventTimeUnit.Microseconds)]
    [InlineData("1594598735772776800", EventTimeUnit.Nanoseconds)]
    public void The_time_is_read_in_its_unit(string digits, EventTimeUnit unit)
    {
        var message = Read($$"""{"Time":{{digits}}}""");

        Assert.Equal(DateTimeOffset.UnixEpoch.AddTicks(15_945_987_357_727_768), message.At(unit));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no JSON")]
    [InlineData("""{"Time":"yesterday"}""")]
    [InlineData("""{"Time":1e300}""")]
    [InlineData("""{"\ud800":1,"Time":-5,"DeviceID":"\ud800"}""")]
    public void A_line_without_a_time_or_key_is_a_message_too(string line)
    {
        var message = Read(line);

        Assert.Null(message.At(EventTimeUnit.Milliseconds));
        Assert.Null(message.PartitionKey);
        Assert.Equal(line, Encoding.UTF8.GetString(message.Bytes.Span));
    }

    [Theory]
    [InlineData("""{ "a" : 1, "Time" : 5.0 , "é":"x"}""", """{ "a" : 1, "Time" : 1609757175225.499 , "é":"x"}""")]
    [InlineData("""{"Time":"5"}""", """{"Time":"1609757175225.499"}""")]
    public void A_new_time_replaces_the_digits_of_the_old_one_and_nothing_else(string line, string expected)
    {
        var shifted = Read(line).WithTime(
            DateTimeOffset.UnixEpoch.AddTicks(16_097_571_752_254_990), EventTimeUnit.Milliseconds);

        Assert.Equal(expected, Encoding.UTF8.GetString(shifted.Span));
    }

    private static ReplayMessage Read(string line, string timeField = "Time", string keyField = "DeviceID")
    {
        Assert.True(MemberPath.TryParse(timeField, out var time, out _));
        Assert.True(MemberPath.TryParse(keyField, out var key, out _));
        return ReplayMessage.Read(Encoding.UTF8.GetBytes(line), time, key);
    }
}
