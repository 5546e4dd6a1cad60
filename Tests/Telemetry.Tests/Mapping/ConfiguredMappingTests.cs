namespace TelemetryAspire.Telemetry.Tests.Mapping;

/// <summary>Records of any shape are read by configuration alone.</summary>
public sealed class ConfiguredMappingTests
{
    /// <summary>As docs/mapping.md shows it.</summary>
    private const string SensorBoards = """
        {
          "Time": { "Path": "ts", "Unit": "Seconds" },
          "Measures": [ { "Path": "$.data.*", "Type": "Auto" } ]
        }
        """;

    private const string SensorBoardRecord = """
        {"data":{"co":0.004532068199369834,"humidity":58.20000076293945,"light":true,"motion":false,"temp":27.0},
         "device_id":"5e:44:3b:f3:79:c8","ts":1594598735.7727768,"device":"iot-device-02"}
        """;

    [Fact]
    public void Nested_measures_booleans_and_fractional_seconds_are_read_exactly()
    {
        var reading = Read.Reading(SensorBoardRecord, SensorBoards);

        Assert.Equal(1_594_598_735_772_776_800, reading.TimeNanoseconds);
        Assert.Equal([new("device_id", "5e:44:3b:f3:79:c8"), new("device", "iot-device-02")], reading.Dimensions);
        Assert.Equal(
            [
                new("co", "0.004532068199369834", MeasureType.Double),
                new("humidity", "58.20000076293945", MeasureType.Double),
                new("light", "true", MeasureType.Boolean),
                new("motion", "false", MeasureType.Boolean),
                new("temp", "27.0", MeasureType.Double),
            ],
            reading.Measures);
    }

    [Fact]
    public void Paths_names_and_types_may_be_told_one_by_one()
    {
        var reading = Read.Reading(SensorBoardRecord, """
            {
              "Time": { "Path": "$.ts", "Unit": "Seconds" },
              "Dimensions": [ { "Path": "device_id", "Name": "DeviceID" } ],
              "Measures": [ { "Path": "$.data.temp", "Name": "temperature" }, { "Path": "$.data.light", "Type": "Boolean" } ]
            }
            """);

        Assert.Equal([new("DeviceID", "5e:44:3b:f3:79:c8")], reading.Dimensions);
        Assert.Equal(
            [new("light", "true", MeasureType.Boolean), new("temperature", "27.0", MeasureType.Double)],
            reading.Measures);
    }

    [Theory]
    [InlineData("Double", "1.50", "1.50")]
    [InlineData("Double", "-0", "-0")]
    [InlineData("Double", "1E5", "1E5")]
    [InlineData("BigInt", "9223372036854775807", "9223372036854775807")]
    [InlineData("BigInt", "-1", "-1")]
    [InlineData("Boolean", "false", "false")]
    [InlineData("Varchar", "\"off\"", "off")]
    [InlineData("Varchar", "3.0", "3.0")]
    [InlineData("Varchar", "true", "true")]
    [InlineData("Auto", "\"off\"", "off")]
    public void A_measure_is_taken_in_its_type(string type, string value, string text)
    {
        var measure = Assert.Single(Read.Reading(RecordWith(value), MeasureOf(type)).Measures);

        Assert.Equal(text, measure.Value);
        Assert.Equal(type == "Auto" ? MeasureType.Varchar : Enum.Parse<MeasureType>(type), measure.Type);
    }

    [Theory]
    [InlineData("BigInt", "9223372036854775808", MappingFailureReason.NumberOutOfRange)]
    [InlineData("BigInt", "1.5", MappingFailureReason.NumberOutOfRange)]
    [InlineData("BigInt", "1e3", MappingFailureReason.NumberOutOfRange)]
    [InlineData("BigInt", "\"7\"", MappingFailureReason.WrongType)]
    [InlineData("Boolean", "1", MappingFailureReason.WrongType)]
    [InlineData("Boolean", "\"true\"", MappingFailureReason.WrongType)]
    [InlineData("Varchar", "\"\"", MappingFailureReason.InvalidValue)]
    [InlineData("Double", "true", MappingFailureReason.WrongType)]
    [InlineData("Auto", "[1]", MappingFailureReason.NestedValue)]
    public void A_measure_of_another_type_is_refused(string type, string value, MappingFailureReason reason)
    {
        Assert.Equal(reason, Read.Failure(RecordWith(value), MeasureOf(type)).Reason);
    }

    [Theory]
    [InlineData(2_048, true)]
    [InlineData(2_049, false)]
    public void A_varchar_has_up_to_2048_characters(int length, bool isTaken)
    {
        var isReading = new ReadingMapper(Read.Options(MeasureOf("Varchar")))
            .TryMap(System.Text.Encoding.UTF8.GetBytes(RecordWith($"\"{new string('x', length)}\"")), out _, out _);

        Assert.Equal(isTaken, isReading);
    }

    [Fact]
    public void An_exact_path_comes_before_a_pattern_and_a_longer_pattern_before_a_shorter()
    {
        var reading = Read.Reading(
            """{"time":1,"id":"d","m":{"a":1,"ab":2,"abc":3}}""",
            """
            { "Measures": [
                { "Path": "$.m.*", "Type": "Double" },
                { "Path": "$.m.ab*", "Type": "BigInt" },
                { "Path": "$.m.abc", "Type": "Varchar" } ] }
            """);

        Assert.Equal(
            [MeasureType.Double, MeasureType.BigInt, MeasureType.Varchar], reading.Measures.Select(m => m.Type));
    }

    [Fact]
    public void Members_that_no_path_matches_are_left_out_whatever_they_are()
    {
        var reading = Read.Reading(
            """{"debug":[{"time":[]}],"time":1,"id":"d","m":{"t":1,"raw":{"x":null}},"m2":5,"M3":{}}""",
            """{ "Dimensions": [ { "Path": "id" } ], "Measures": [ { "Path": "$.m.t" } ] }""");

        Assert.Equal([new("t", "1", MeasureType.Double)], reading.Measures);
    }

    [Fact]
    public void A_name_with_a_dot_in_it_is_written_in_brackets_or_without_a_root()
    {
        var reading = Read.Reading(
            """{"time":1,"device.id":"d","m":{"out.temp":1}}""",
            """{ "Dimensions": [ { "Path": "device.id" } ], "Measures": [ { "Path": "$.m['out.temp']" } ] }""");

        Assert.Equal([new("device.id", "d")], reading.Dimensions);
        Assert.Equal([new("out.temp", "1", MeasureType.Double)], reading.Measures);
    }

    [Fact]
    public void A_required_dimension_must_be_there()
    {
        var failure = Read.Failure(
            """{"time":1,"site":"s","t_measure":1}""",
            """{ "Dimensions": [ { "Path": "site" }, { "Path": "device" } ] }""");

        Assert.Equal(MappingFailureReason.MissingDimension, failure.Reason);
        Assert.Contains("'device'", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"time":1,"device":"d","t_measure":1}""")]
    [InlineData("""{"time":1,"device":"d","site":null,"t_measure":1}""")]
    [InlineData("""{"time":1,"device":"d","site":"","t_measure":1}""")]
    public void A_dimension_that_is_not_required_may_be_absent(string record)
    {
        var reading = Read.Reading(
            record, """{ "Dimensions": [ { "Path": "device" }, { "Path": "site", "Required": false } ] }""");

        Assert.Equal([new("device", "d")], reading.Dimensions);
    }

    [Fact]
    public void A_name_that_two_paths_yield_in_one_record_is_a_duplicate()
    {
        var failure = Read.Failure(
            """{"time":1,"id":"d","t":1,"m":{"t":2}}""",
            """{ "Measures": [ { "Path": "t" }, { "Path": "$.m.*" } ] }""");

        Assert.Equal(MappingFailureReason.DuplicateKey, failure.Reason);
    }

    [Fact]
    public void In_a_multi_measure_record_a_dimension_and_a_measure_cannot_have_one_name()
    {
        const string Mapping = """{ "Records": "MultiMeasure", "Dimensions": [ { "Path": "id" } ], "Measures": [ { "Path": "$.m.*" } ] }""";

        Assert.Equal(
            MappingFailureReason.DuplicateKey, Read.Failure("""{"time":1,"id":"d","m":{"id":2}}""", Mapping).Reason);
    }

    [Fact]
    public void The_producers_trace_context_is_taken_where_the_mapping_says()
    {
        var reading = Read.Reading(
            """{"time":1,"id":"d","trace":"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01","t_measure":1}""",
            """{ "TraceParent": "trace" }""");

        Assert.Equal("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", reading.TraceParent);
        Assert.Equal([new("id", "d")], reading.Dimensions);
    }

    private static string RecordWith(string value) => $$"""{"time":1,"id":"d","value":{{value}}}""";

    private static string MeasureOf(string type) => $$"""{ "Measures": [ { "Path": "value", "Type": "{{type}}" } ] }""";
}
