using TelemetryAspire.LocalAws.Storage;

namespace TelemetryAspire.LocalAws.Tests.Storage;

public sealed class ClosingTests
{
    private readonly List<string> _closed = [];

    [Fact]
    public async Task What_fails_keeps_nothing_else_open()
    {
        var failure = await Assert.ThrowsAsync<IOException>(
            async () => await Closing.AllAsync(Close("a"), Fail("b"), Close("c")));

        Assert.Equal("b", failure.Message);
        Assert.Equal(["a", "c"], _closed);
    }

    [Fact]
    public async Task Every_failure_is_told()
    {
        var failure = await Assert.ThrowsAsync<AggregateException>(
            async () => await Closing.AllAsync(Fail("a"), Close("b"), Fail("c")));

        Assert.Equal(["a", "c"], failure.InnerExceptions.Select(exception => exception.Message));
        Assert.Equal(["b"], _closed);
    }

    private Func<ValueTask> Close(string name) => () =>
    {
        _closed.Add(name);
        return ValueTask.CompletedTask;
    };

    private static Func<ValueTask> Fail(string name) => () => throw new IOException(name);
}
