using TelemetryAspire.LocalAws.Tests.Scenarios;
using TelemetryAspire.LocalAws.Timestream.Sql.Functions;

namespace TelemetryAspire.LocalAws.Tests.Timestream;

/// <summary>docs/timestream.md against the code: what is there is listed, and what is listed is there.</summary>
public sealed class GuideTests
{
    private const string Functions = "## Functions";
    private const string Operations = "## Operations";

    [Fact]
    public async Task The_guide_lists_the_functions_that_there_are()
    {
        var registered = FunctionTable.Scalar.Names
            .Concat(AggregateFunctions.Names)
            .Concat(WindowFunctions.Names)
            .ToHashSet();

        var listed = await NamesAsync(Functions);

        Assert.Equal([], registered.Except(listed));
        Assert.Equal([], listed.Except(registered));
    }

    [Fact]
    public async Task The_guide_lists_every_operation_of_both_services()
    {
        var operations = JavaScriptModel.Operations("timestream-write")
            .Concat(JavaScriptModel.Operations("timestream-query"))
            .ToHashSet();

        Assert.Equal(operations.Order(), (await NamesAsync(Operations)).Order());
    }

    /// <summary>The names in the first column of a section's tables; functions stand in backticks there.</summary>
    private static async Task<HashSet<string>> NamesAsync(string heading)
    {
        var file = Path.Combine(ForeignClient.Folder, "..", "..", "docs", "timestream.md");
        var lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
        return lines
            .SkipWhile(line => line != heading)
            .Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith('|') && !line.StartsWith("|---", StringComparison.Ordinal))
            .SelectMany(line => line.Split('|')[1].Split(','))
            .Select(name => name.Trim(' ', '`'))
            .Where(name => name is not ("Operation" or "Function"))
            .ToHashSet();
    }
}
