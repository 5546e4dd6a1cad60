using TelemetryAspire.FunctionHost.Invocation;

namespace TelemetryAspire.FunctionHost.Tests.Invocation;

public sealed class BatchProgressTests
{
    [Fact]
    public void The_watermark_stands_before_the_first_record_that_is_not_handled()
    {
        var records = Some.Records(4);
        var progress = new BatchProgress(records);
        Assert.Null(progress.Watermark);

        progress.MarkHandled(records[1]);
        Assert.Null(progress.Watermark);

        progress.MarkHandled(records[0]);
        Assert.Equal(records[1].SequenceNumber, progress.Watermark);

        progress.MarkHandled(records[3]);
        Assert.Equal(records[1].SequenceNumber, progress.Watermark);

        progress.MarkHandled(records[2]);
        Assert.Equal(records[3].SequenceNumber, progress.Watermark);
    }
}
