using System.Diagnostics;
using System.Net;

namespace TelemetryAspire.LocalAws.Tests.S3;

/// <summary>Content passes through LocalAws in blocks; it is never in memory as a whole.</summary>
public sealed class LargeObjectTests
{
    private const long Size = 256L * 1024 * 1024;

    /// <summary>Far below the content, and far above what buffers and the heap's generations vary by.</summary>
    private const long MaxGrowthBytes = 100L * 1024 * 1024;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_large_object_is_written_read_and_copied_without_more_memory()
    {
        using var data = new TemporaryDirectory();
        await using var server = await LocalAwsProcess.StartAsync(data.FullName, "--LocalAws:Fsync=Never");
        using var s3 = S3Test.CreateClient(server.Url);
        await s3.PutBucketAsync("lake", Cancellation);
        await s3.PutObjectAsync(new() { BucketName = "lake", Key = "small", ContentBody = "1" }, Cancellation);
        var before = PeakBytes(server);

        using var http = new HttpClient { BaseAddress = server.Url };
        using var put = await http.PutAsync("/lake/large", new StreamContent(new ZeroStream(Size)), Cancellation);
        await s3.CopyObjectAsync("lake", "large", "lake", "copy", Cancellation);
        using var response = await s3.GetObjectAsync("lake", "copy", Cancellation);
        var count = new ZeroStream(0);
        await response.ResponseStream.CopyToAsync(count, Cancellation);

        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        Assert.Equal(Size, count.Length);
        Assert.InRange(PeakBytes(server) - before, 0, MaxGrowthBytes);
    }

    private static long PeakBytes(LocalAwsProcess server)
    {
        using var process = Process.GetProcessById(server.Id);
        return process.PeakWorkingSet64;
    }

    /// <summary>Reads as many zeros, and counts what is written.</summary>
    private sealed class ZeroStream(long length) : Stream
    {
        private long _length = length;
        private long _position;

        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => true;

        public override long Length => _length;

        public override long Position { get => _position; set => _position = value; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, _length - _position);
            buffer.AsSpan(offset, read).Clear();
            _position += read;
            return read;
        }

        public override void Write(byte[] buffer, int offset, int count) => _length += count;

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
