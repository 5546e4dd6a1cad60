using System.Globalization;
using CsCheck;
using TelemetryAspire.LocalAws.Timestream.Sql.Results;

namespace TelemetryAspire.LocalAws.Tests.Timestream.Sql;

public sealed class JavaDoubleTextTests
{
    [Theory]
    [InlineData(0d, "0.0")]
    [InlineData(-0d, "-0.0")]
    [InlineData(1d, "1.0")]
    [InlineData(-1.5, "-1.5")]
    [InlineData(34.840635191284385, "34.840635191284385")]
    [InlineData(1.6554878837710001E9, "1.6554878837710001E9")]
    [InlineData(9999999d, "9999999.0")]
    [InlineData(1e7, "1.0E7")]
    [InlineData(0.001, "0.001")]
    [InlineData(0.00099, "9.9E-4")]
    [InlineData(double.MaxValue, "1.7976931348623157E308")]
    [InlineData(double.Epsilon, "5.0E-324")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.NegativeInfinity, "-Infinity")]
    public void A_double_is_written_as_Java_does(double value, string expected) =>
        Assert.Equal(expected, JavaDoubleText.Format(value));

    [Fact]
    public void Every_double_reads_back_as_itself() => Gen.Double.Sample(value =>
        BitConverter.DoubleToInt64Bits(double.Parse(JavaDoubleText.Format(value), CultureInfo.InvariantCulture))
            == BitConverter.DoubleToInt64Bits(value) || double.IsNaN(value));
}
