using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Tests.Protocol;

public sealed class QueryParametersTests
{
    [Fact]
    public void Names_of_nothing_but_dots_take_no_more_memory_than_others()
    {
        var dots = Enumerable.Range(0, 1_000).ToDictionary(number => number + new string('.', 1_000), _ => "1");
        var before = GC.GetAllocatedBytesForCurrentThread();

        var parameters = new QueryParameters(dots);
        var members = parameters.Structures("Tags", member => member.Text("Key"));

        // The names themselves are 2 MB, all that stands before their dots would be 1 GB.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
        Assert.Null(members);
    }

    [Fact]
    public void Structures_are_found_among_names_that_begin_alike()
    {
        var parameters = new QueryParameters(new Dictionary<string, string>
        {
            ["Tags.member.10.Key"] = "ten",
            ["Tags.member.1.Key"] = "one",
            ["Tags.member.1"] = "text",
            ["Tags.member.1-Key"] = "none",
            ["Tags.member.2.Key"] = "two",
            ["Tags.member.3"] = "text",
            ["Tags.member.3a.Key"] = "none",
        });

        Assert.Equal(["one", "two"], parameters.Structures("Tags", member => member.Text("Key")));
    }
}
