using TelemetryAspire.LocalAws.CloudFormation.Templates;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Tests.CloudFormation.Templates;

public sealed class CidrBlocksTests
{
    [Theory]
    [InlineData("10.0.0.0/16", "3", "8", "10.0.0.0/24 10.0.1.0/24 10.0.2.0/24")]
    [InlineData("192.168.0.0/24", "6", "5", "192.168.0.0/27 192.168.0.32/27 192.168.0.64/27 192.168.0.96/27 "
        + "192.168.0.128/27 192.168.0.160/27")]
    [InlineData("10.0.0.0/24", "1", "8", "10.0.0.0/24")]
    [InlineData("2001:db8::/56", "2", "64", "2001:db8::/64 2001:db8:0:1::/64")]
    public void A_block_is_divided_from_its_beginning(string block, string count, string bits, string expected) =>
        Assert.Equal(expected.Split(' '), CidrBlocks.Divide(block, count, bits));

    [Fact]
    public void As_many_blocks_are_given_as_fit() =>
        Assert.Equal("10.0.255.0/24", CidrBlocks.Divide("10.0.0.0/16", "256", "8").Last());

    [Theory]
    [InlineData("10.0.0.0", "1", "8", "10.0.0.0 is not a valid IP block")]
    [InlineData("010.0.0.0/24", "1", "8", "010.0.0.0/24 is not a valid IP block")]
    [InlineData("10.0/24", "1", "8", "10.0/24 is not a valid IP block")]
    [InlineData("10.0.0.0/24", "2", "8", "2 blocks of 8 bits do not fit into 10.0.0.0/24")]
    [InlineData("10.0.0.0/24", "1", "9", "1 blocks of 9 bits do not fit into 10.0.0.0/24")]
    [InlineData("10.0.0.0/8", "257", "8", "count must be an integer from 1 to 256, not 257")]
    [InlineData("10.0.0.0/8", "1", "x", "cidrBits must be an integer from 1 to 32, not x")]
    public void What_cannot_be_divided_is_refused(string block, string count, string bits, string message) =>
        Assert.Contains(
            message,
            Assert.Throws<AwsException>(() => CidrBlocks.Divide(block, count, bits)).Message,
            StringComparison.Ordinal);
}
