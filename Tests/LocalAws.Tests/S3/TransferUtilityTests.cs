using System.Security.Cryptography;
using Amazon.S3.Transfer;

namespace TelemetryAspire.LocalAws.Tests.S3;

/// <summary>The transfer manager of the official SDK, with its defaults: large files go in parts of 8 MiB.</summary>
public sealed class TransferUtilityTests(S3Fixture fixture) : S3Test(fixture)
{
    private const int Size = (40 * 1024 * 1024) + 1;

    [Fact]
    public async Task A_large_file_goes_up_in_parts_and_comes_down_the_same()
    {
        using var folder = new TemporaryDirectory();
        var content = new byte[Size];
        new Random(7).NextBytes(content);
        await File.WriteAllBytesAsync(folder.File("up"), content, Cancellation);
        using var transfer = new TransferUtility(S3);

        await transfer.UploadAsync(folder.File("up"), Bucket, "large", Cancellation);
        await transfer.DownloadAsync(folder.File("down"), Bucket, "large", Cancellation);

        Assert.EndsWith("-6\"", (await S3.GetObjectMetadataAsync(Bucket, "large", Cancellation)).ETag);
        Assert.Equal(
            SHA256.HashData(content),
            SHA256.HashData(await File.ReadAllBytesAsync(folder.File("down"), Cancellation)));
    }

    [Fact]
    public async Task A_stream_of_unknown_length_goes_up_in_parts()
    {
        var content = new byte[Size];
        new Random(8).NextBytes(content);
        using var transfer = new TransferUtility(S3);

        await transfer.UploadAsync(new UnseekableStream(content), Bucket, "large", Cancellation);

        Assert.Equal(SHA256.HashData(content), SHA256.HashData(await GetBytesAsync("large")));
    }

    private sealed class UnseekableStream(byte[] content) : MemoryStream(content)
    {
        public override bool CanSeek => false;
    }
}
