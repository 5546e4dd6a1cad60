namespace TelemetryAspire.LocalAws.Tests.Timestream.Sql.Golden;

/// <summary>Developer guide, "Bitwise functions".</summary>
public sealed class BitwiseFunctionTests(GoldenHost host) : GoldenTest(host)
{
    [Theory]
    [InlineData("bit_count(19, 8)", "3")]
    [InlineData("bitwise_and(12, 7)", "4")]
    [InlineData("bitwise_not(12)", "-13")]
    [InlineData("bitwise_or(12, 7)", "15")]
    [InlineData("bitwise_xor(12, 7)", "11")]
    [InlineData("bit_count(-8, 64)", "61")]
    [InlineData("bit_count(-8, 32)", "29")]
    [InlineData("bit_count(7, 64)", "3")]
    [InlineData("bit_count(-9223372036854775808, 64)", "1")]
    [InlineData("bitwise_and(-1, 9223372036854775807)", "9223372036854775807")]
    [InlineData("bitwise_or(null, 1)", null)]
    [InlineData("bit_count(null, 1)", null)]
    public Task Has_the_documented_value(string expression, string? expected) => ExpectAsync(expression, expected);

    [Theory]
    [InlineData("bit_count(19, 2)", "Number must be representable with the bits specified. 19 can not be represented with 2 bits")]
    [InlineData("bit_count(7, -1)", "Bits specified in bit_count must be between 2 and 64, got -1")]
    [InlineData("bit_count(7, 65)", "Bits specified in bit_count must be between 2 and 64, got 65")]
    [InlineData("bitwise_and(1.5, 1)", "line 1:8: Unexpected parameters (double, integer) for function bitwise_and")]
    public Task Fails_on_data_it_cannot_work_on(string expression, string message) => ExpectErrorAsync(expression, message);
}
