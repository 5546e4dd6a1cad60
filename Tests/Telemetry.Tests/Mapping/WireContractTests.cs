namespace TelemetryAspire.Telemetry.Tests.Mapping;

/// <summary>What a record means when no mapping is configured.</summary>
public sealed class WireContractTests
{
    [Fact]
    public void A_record_of_the_reference_fleet_is_read()
    {
        var reading = Read.Reading(
            """{"Time":1609757175225.499,"DeviceID":"2c9f","temperature_measure":11.2,"humidity_measure":33.4}""");

        Assert.Equal(1_609_757_175_225_499_000, reading.TimeNanoseconds);
        Assert.Equal([new("DeviceID", "2c9f")], reading.Dimensions);
        Assert.Equal(
            [new("temperature_measure", "11.2", MeasureType.Double), new("humidity_measure", "33.4", MeasureType.Double)],
            reading.Measures);
    }

    [Theory]
    [InlineData("time", "timeunit", "watt_measure")]
    [InlineData("TIME", "TIMEUNIT", "WATT_MEASURE")]
    [InlineData("tIme", "TimeUnit", "Watt_Measure")]
    public void The_names_of_the_contract_are_recognized_in_any_case(string time, string unit, string measure)
    {
        var reading = Read.Reading($$"""{"{{measure}}":1,"{{unit}}":"seconds","{{time}}":2,"DeviceID":"d"}""");

        Assert.Equal(2_000_000_000, reading.TimeNanoseconds);
        Assert.Equal([new(measure, "1", MeasureType.Double)], reading.Measures);
        Assert.Equal([new("DeviceID", "d")], reading.Dimensions);
    }

    [Theory]
    [InlineData("SECONDS", "1594598735.7727768", 1_594_598_735_772_776_800)]
    [InlineData("MILLISECONDS", "1594598735772.7768", 1_594_598_735_772_776_800)]
    [InlineData("MICROSECONDS", "1594598735772776.8", 1_594_598_735_772_776_800)]
    [InlineData("NANOSECONDS", "1594598735772776800", 1_594_598_735_772_776_800)]
    public void The_record_may_name_the_unit_of_its_time(string unit, string time, long nanoseconds)
    {
        var reading = Read.Reading($$"""{"time":{{time}},"timeunit":"{{unit}}","DeviceID":"d","t_measure":1}""");

        Assert.Equal(nanoseconds, reading.TimeNanoseconds);
    }

    [Fact]
    public void A_null_measure_was_not_taken()
    {
        var reading = Read.Reading("""{"time":1,"DeviceID":"d","t_measure":null,"u_measure":2}""");

        Assert.Equal([new("u_measure", "2", MeasureType.Double)], reading.Measures);
    }

    [Fact]
    public void A_null_time_unit_is_none()
    {
        Assert.Equal(
            1_000_000, Read.Reading("""{"timeunit":null,"time":1,"DeviceID":"d","t_measure":1}""").TimeNanoseconds);
    }

    [Fact]
    public void A_dimension_may_be_a_number_or_a_boolean()
    {
        var reading = Read.Reading("""{"time":1,"unit":7,"indoor":true,"t_measure":1}""");

        Assert.Equal([new("unit", "7"), new("indoor", "true")], reading.Dimensions);
    }

    [Fact]
    public void Escaped_names_and_values_are_what_they_stand_for()
    {
        var reading = Read.Reading("""{"\u0074ime":1,"D\u00e9vice":"caf\u00e9 \"7\"","t_\u006deasure":1}""");

        Assert.Equal([new("Dévice", "café \"7\"")], reading.Dimensions);
        Assert.Equal([new("t_measure", "1", MeasureType.Double)], reading.Measures);
    }

    [Fact]
    public void What_the_mapper_says_of_a_record_does_not_depend_on_records_before_it()
    {
        var mapper = new ReadingMapper(new MappingOptions());

        for (var i = 0; i < 3_000; i++)
        {
            Assert.True(mapper.TryMap(System.Text.Encoding.UTF8.GetBytes(
                $$"""{"time":1,"d{{i}}":"v","m{{i}}_measure":{{i}}}"""), out var reading, out _));
            Assert.Equal($"d{i}", Assert.Single(reading.Dimensions).Name);
            Assert.Equal(
                new TelemetryMeasure($"m{i}_measure", $"{i}", MeasureType.Double), Assert.Single(reading.Measures));
        }
    }
}
