using System.Text;

namespace TelemetryAspire.Telemetry.Tests.Mapping;

/// <summary>Every way in which a record can be bad, under the wire contract.</summary>
public sealed class BadRecordTests
{
    private static readonly ReadingMapper Mapper = new(new MappingOptions());

    public static TheoryData<string, MappingFailureReason, string> BadRecords { get; } = new()
    {
        { "", MappingFailureReason.EmptyRecord, "empty" },
        { " \r\n", MappingFailureReason.EmptyRecord, "empty" },
        { "{", MappingFailureReason.MalformedJson, "not JSON" },
        { "hello", MappingFailureReason.MalformedJson, "not JSON" },
        { """{"Time":1,"DeviceID":"d","t_measure":1}{}""", MappingFailureReason.MalformedJson, "not JSON" },
        { """{"Time":1,"DeviceID":"d","t_measure":1,}""", MappingFailureReason.MalformedJson, "not JSON" },
        { """{"Time":1,"DeviceID":"\ud800","t_measure":1}""", MappingFailureReason.MalformedJson, "escape" },
        { """{"Time":1,"\udc00":"d","t_measure":1}""", MappingFailureReason.MalformedJson, "escape" },
        { "[]", MappingFailureReason.NotAnObject, "array" },
        { "null", MappingFailureReason.NotAnObject, "null" },
        { "12", MappingFailureReason.NotAnObject, "number" },
        { "\"text\"", MappingFailureReason.NotAnObject, "string" },
        { """{"Time":1,"DeviceID":"d","t_measure":1,"t_measure":2}""", MappingFailureReason.DuplicateKey, "t_measure" },
        { """{"Time":1,"DeviceID":"d","t_measure":1,"t_measure":null}""", MappingFailureReason.DuplicateKey, "t_measure" },
        { """{"Time":1,"DeviceID":"d","DeviceID":"e","t_measure":1}""", MappingFailureReason.DuplicateKey, "DeviceID" },
        { """{"Time":1,"time":2,"DeviceID":"d","t_measure":1}""", MappingFailureReason.DuplicateKey, "time" },
        { """{"DeviceID":"d","t_measure":1}""", MappingFailureReason.MissingTime, "time" },
        { """{"Time":null,"DeviceID":"d","t_measure":1}""", MappingFailureReason.MissingTime, "time" },
        { """{"Time":"noon","DeviceID":"d","t_measure":1}""", MappingFailureReason.InvalidTime, "noon" },
        { """{"Time":"","DeviceID":"d","t_measure":1}""", MappingFailureReason.InvalidTime, "time" },
        { """{"Time":"NaN","DeviceID":"d","t_measure":1}""", MappingFailureReason.InvalidTime, "NaN" },
        { """{"Time":true,"DeviceID":"d","t_measure":1}""", MappingFailureReason.InvalidTime, "boolean" },
        { """{"Time":{"s":1},"DeviceID":"d","t_measure":1}""", MappingFailureReason.InvalidTime, "object" },
        { """{"Time":"2021-01-04T10:46:15Z","DeviceID":"d","t_measure":1}""", MappingFailureReason.InvalidTime, "2021" },
        { """{"Time":-1,"DeviceID":"d","t_measure":1}""", MappingFailureReason.TimeOutOfRange, "-1" },
        { """{"Time":1e30,"DeviceID":"d","t_measure":1}""", MappingFailureReason.TimeOutOfRange, "2262" },
        { """{"Time":9223372036855,"DeviceID":"d","t_measure":1}""", MappingFailureReason.TimeOutOfRange, "2262" },
        { """{"Time":1,"TimeUnit":"HOURS","DeviceID":"d","t_measure":1}""", MappingFailureReason.InvalidTimeUnit, "HOURS" },
        { """{"Time":1,"TimeUnit":3,"DeviceID":"d","t_measure":1}""", MappingFailureReason.InvalidTimeUnit, "number" },
        { """{"Time":1,"t_measure":1}""", MappingFailureReason.MissingDimension, "device" },
        { """{"Time":1,"DeviceID":null,"site":"s","t_measure":1}""", MappingFailureReason.MissingDimension, "DeviceID" },
        { """{"Time":1,"DeviceID":"","site":"s","t_measure":1}""", MappingFailureReason.MissingDimension, "DeviceID" },
        { """{"Time":1,"DeviceID":"d"}""", MappingFailureReason.MissingMeasure, "no measure" },
        { """{"Time":1,"DeviceID":"d","t_measure":null}""", MappingFailureReason.MissingMeasure, "no measure" },
        { "{}", MappingFailureReason.MissingDimension, "device" },
        { """{"Time":1,"DeviceID":"d","t_measure":NaN}""", MappingFailureReason.NotANumber, "NaN" },
        { """{"Time":1,"DeviceID":"d","t_measure": -Infinity}""", MappingFailureReason.NotANumber, "Infinity" },
        { """{"Time":1,"DeviceID":"d","t_measure":"NaN"}""", MappingFailureReason.NotANumber, "t_measure" },
        { """{"Time":1,"DeviceID":"d","t_measure":"-Infinity"}""", MappingFailureReason.NotANumber, "t_measure" },
        { """{"Time":1,"DeviceID":"d","t_measure":"warm"}""", MappingFailureReason.WrongType, "warm" },
        { """{"Time":1,"DeviceID":"d","t_measure":"12.5"}""", MappingFailureReason.WrongType, "12.5" },
        { """{"Time":1,"DeviceID":"d","t_measure":true}""", MappingFailureReason.WrongType, "t_measure" },
        { """{"Time":1,"DeviceID":"d","t_measure":1e400}""", MappingFailureReason.NumberOutOfRange, "1e400" },
        { """{"Time":1,"DeviceID":"d","t_measure":{"value":1}}""", MappingFailureReason.NestedValue, "t_measure" },
        { """{"Time":1,"DeviceID":["d"],"t_measure":1}""", MappingFailureReason.NestedValue, "DeviceID" },
        { """{"Time":1,"ts_device":"d","t_measure":1}""", MappingFailureReason.InvalidName, "ts_device" },
        { """{"Time":1,"a:b":"d","t_measure":1}""", MappingFailureReason.InvalidName, "a:b" },
        { """{"Time":1,"":"d","t_measure":1}""", MappingFailureReason.InvalidName, "empty" },
        { """{"Time":1,"measure_value":"d","t_measure":1}""", MappingFailureReason.InvalidName, "measure_value" },
        { """{"Time":1,"clock_offset_ms":"d","t_measure":1}""", MappingFailureReason.InvalidName, "clock_offset_ms" },
    };

    [Theory]
    [MemberData(nameof(BadRecords))]
    public void A_bad_record_is_refused_with_its_reason_named(
        string record, MappingFailureReason reason, string mentioned)
    {
        Assert.False(Mapper.TryMap(Encoding.UTF8.GetBytes(record), out _, out var failure));

        Assert.Equal(reason, failure.Reason);
        Assert.Contains(mentioned, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_not_text_are_malformed()
    {
        Assert.False(Mapper.TryMap([0xF3, 0x89, 0x9A, 0xC2, 0x00], out _, out var failure));

        Assert.Equal(MappingFailureReason.MalformedJson, failure.Reason);
    }

    [Theory]
    [InlineData(60, true)]
    [InlineData(61, false)]
    public void A_dimension_name_has_up_to_60_bytes(int length, bool isTaken) => AssertLimit(
        $$"""{"Time":1,"{{new string('n', length)}}":"d","t_measure":1}""", isTaken, MappingFailureReason.InvalidName);

    [Theory]
    [InlineData(256, true)]
    [InlineData(257, false)]
    public void A_measure_name_has_up_to_256_bytes(int length, bool isTaken) => AssertLimit(
        $$"""{"Time":1,"DeviceID":"d","{{new string('n', length - 8)}}_measure":1}""", isTaken, MappingFailureReason.InvalidName);

    [Theory]
    [InlineData(2_040, true)]
    [InlineData(2_041, false)]
    public void A_dimension_has_up_to_2048_bytes_with_its_name(int length, bool isTaken) => AssertLimit(
        $$"""{"Time":1,"DeviceID":"{{new string('v', length)}}","t_measure":1}""", isTaken, MappingFailureReason.InvalidValue);

    [Theory]
    [InlineData(128, true)]
    [InlineData(129, false)]
    public void A_reading_has_up_to_128_dimensions(int count, bool isTaken)
    {
        var dimensions = string.Join(',', Enumerable.Range(0, count).Select(i => $"\"d{i}\":\"v\""));

        AssertLimit($$"""{"Time":1,{{dimensions}},"t_measure":1}""", isTaken, MappingFailureReason.TooManyFields);
    }

    [Fact]
    public void A_duplicate_is_noticed_also_among_very_many_members()
    {
        var measures = string.Join(',', Enumerable.Range(0, 5_000).Select(i => $"\"m{i}_measure\":{i}"));

        AssertLimit(
            $$"""{"Time":1,"DeviceID":"d",{{measures}},"m4711_measure":1}""", false, MappingFailureReason.DuplicateKey);
    }

    [Fact]
    public void A_message_quotes_no_more_than_an_excerpt_of_what_the_device_sent()
    {
        var record = $$"""{"Time":1,"DeviceID":"d","t_measure":"{{new string('x', 100_000)}}"}""";

        Assert.False(Mapper.TryMap(Encoding.UTF8.GetBytes(record), out _, out var failure));
        Assert.InRange(failure.Message.Length, 64, 256);
    }

    private static void AssertLimit(string record, bool isTaken, MappingFailureReason reason)
    {
        Assert.Equal(isTaken, Mapper.TryMap(Encoding.UTF8.GetBytes(record), out _, out var failure));
        Assert.Equal(isTaken ? null : reason, failure?.Reason);
    }
}
