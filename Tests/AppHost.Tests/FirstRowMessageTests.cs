using Amazon.TimestreamQuery.Model;

namespace TelemetryAspire.AppHost.Tests;

public sealed class FirstRowMessageTests
{
    [Fact]
    public void The_rows_are_counted_from_the_one_number_of_the_answer()
    {
        var row = new Row { Data = [new Datum { ScalarValue = "42" }] };

        Assert.Equal(42, FirstRowMessage.CountOf(new QueryResponse { Rows = [row] }));
    }

    [Fact]
    public void An_answer_without_a_page_counts_nothing() =>
        Assert.Equal(0, FirstRowMessage.CountOf(new QueryResponse { Rows = null }));

    [Fact]
    public void An_empty_page_counts_nothing() =>
        Assert.Equal(0, FirstRowMessage.CountOf(new QueryResponse { Rows = [] }));
}
