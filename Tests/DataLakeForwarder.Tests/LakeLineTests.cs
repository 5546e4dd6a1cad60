using System.Text;

namespace TelemetryAspire.DataLakeForwarder.Tests;

/// <summary>What a record is in the lake.</summary>
public sealed class LakeLineTests
{
    [Theory]
    [InlineData("{\"a\":1}", "{\"a\":1}\n")]
    [InlineData("{\"a\":1}\n", "{\"a\":1}\n")]
    [InlineData("{\"a\":1}\r\n", "{\"a\":1}\r\n")]
    [InlineData("{\"a\":1}\n\n", "{\"a\":1}\n\n")]
    [InlineData("{\n\"a\":1}", "{\n\"a\":1}\n")]
    [InlineData("not JSON", "not JSON\n")]
    [InlineData("", "\n")]
    [InlineData("\n", "\n")]
    public void A_line_is_the_untouched_record_with_a_newline_at_its_end(string record, string expected)
    {
        var line = new LakeLine(Some.Record(0, Encoding.UTF8.GetBytes(record)));

        Assert.Equal(expected, Encoding.UTF8.GetString(line.Open().ToArray()));
        Assert.Equal(expected.Length, line.Length);
    }

    [Fact]
    public void Bytes_that_are_no_text_stay_as_they_are()
    {
        Assert.Equal([0x00, 0xFF, 0xC2, 0x0A], new LakeLine(Some.Record(0, [0x00, 0xFF, 0xC2])).Open().ToArray());
    }
}
