namespace TelemetryAspire.LocalAws.Tests.Timestream.Sql.Golden;

/// <summary>Developer guide, "Logical operators": the truth tables with NULL.</summary>
public sealed class LogicalTests(GoldenHost host) : GoldenTest(host)
{
    [Theory]
    [InlineData("true AND true", "true")]
    [InlineData("true AND false", "false")]
    [InlineData("false AND true", "false")]
    [InlineData("false AND false", "false")]
    [InlineData("true OR true", "true")]
    [InlineData("true OR false", "true")]
    [InlineData("false OR true", "true")]
    [InlineData("false OR false", "false")]
    [InlineData("NOT true", "false")]
    [InlineData("NOT false", "true")]
    [InlineData("CAST(null AS boolean) AND true", null)]
    [InlineData("CAST(null AS boolean) AND false", "false")]
    [InlineData("CAST(null AS boolean) AND CAST(null AS boolean)", null)]
    [InlineData("CAST(null AS boolean) OR CAST(null AS boolean)", null)]
    [InlineData("CAST(null AS boolean) OR false", null)]
    [InlineData("CAST(null AS boolean) OR true", "true")]
    [InlineData("NOT CAST(null AS boolean)", null)]
    public Task Has_the_documented_value(string expression, string? expected) => ExpectAsync(expression, expected);

    [Theory]
    [InlineData("NOT 1", "line 1:12: Value of logical NOT expression must evaluate to a boolean (actual: integer)")]
    [InlineData("true AND 1", "line 1:17: Right side of logical expression must evaluate to a boolean (actual: integer)")]
    public Task Operands_are_booleans(string expression, string message) => ExpectErrorAsync(expression, message);
}
