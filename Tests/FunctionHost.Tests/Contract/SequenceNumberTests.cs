namespace TelemetryAspire.FunctionHost.Tests.Contract;

public sealed class SequenceNumberTests
{
    [Fact]
    public void Sequence_numbers_are_compared_as_numbers_not_as_text()
    {
        var nine = SequenceNumber.Parse("9");
        var ten = SequenceNumber.Parse("10");

        Assert.True(nine < ten && ten > nine && nine <= ten && ten >= nine);
        Assert.Equal(-1, Math.Sign(nine.CompareTo(ten)));
    }

    [Fact]
    public void The_text_form_is_the_one_Kinesis_gave()
    {
        const string text = "49590338271490256608559692538361571095921575989136588898";

        Assert.Equal(text, SequenceNumber.Parse(text).ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData(" 1")]
    [InlineData("SHARD_END")]
    public void What_is_not_a_decimal_number_is_refused(string? text) =>
        Assert.False(SequenceNumber.TryParse(text, out _));
}
