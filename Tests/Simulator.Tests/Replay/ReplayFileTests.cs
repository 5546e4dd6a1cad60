using System.IO.Compression;
using System.Text;
using TelemetryAspire.Simulator.Replay;

namespace TelemetryAspire.Simulator.Tests.Replay;

public sealed class ReplayFileTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    [Theory]
    [InlineData("a\nb\n")]
    [InlineData("a\nb")]
    [InlineData("a\r\n\r\n\nb\r\n")]
    public async Task Lines_are_told_apart_whatever_their_ends(string text)
    {
        await File.WriteAllTextAsync(_path, text, TestContext.Current.CancellationToken);

        Assert.Equal(["a", "b"], await ReadAsync());
    }

    [Fact]
    public async Task Gzip_is_recognised_by_its_content()
    {
        var lines = Enumerable.Range(0, 100_000).Select(i => $"line {i}").ToList();
        await File.WriteAllBytesAsync(_path, Compress(string.Join('\n', lines)), TestContext.Current.CancellationToken);

        Assert.Equal(lines, await ReadAsync());
    }

    [Fact]
    public async Task Gzip_members_may_follow_one_another()
    {
        await File.WriteAllBytesAsync(
            _path, [.. Compress("a\nb"), .. Compress("c\n")], TestContext.Current.CancellationToken);

        Assert.Equal(["a", "bc"], await ReadAsync());
    }

    [Theory]
    [InlineData(5)]
    [InlineData(12)]
    [InlineData(200)]
    [InlineData(-8)]
    [InlineData(-1)]
    public async Task Gzip_data_that_is_cut_off_is_an_error_and_no_end(int at)
    {
        var whole = Compress(string.Join('\n', Enumerable.Range(0, 1_000)));
        await File.WriteAllBytesAsync(
            _path, whole[..(at > 0 ? at : whole.Length + at)], TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<InvalidDataException>(ReadAsync);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_stay()
    {
        byte[] bytes = [0xFF, 0x00, 0xC3, 0x28];
        await File.WriteAllBytesAsync(_path, [.. bytes, (byte)'\n'], TestContext.Current.CancellationToken);

        await foreach (var line in ReplayFile.ReadLinesAsync(_path, TestContext.Current.CancellationToken))
        {
            Assert.Equal(bytes, line.ToArray());
        }
    }

    public void Dispose() => File.Delete(_path);

    private static byte[] Compress(string text)
    {
        var output = new MemoryStream();
        using (var gzip = new GZipStream(output, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return output.ToArray();
    }

    private async Task<List<string>> ReadAsync()
    {
        var lines = new List<string>();
        await foreach (var line in ReplayFile.ReadLinesAsync(_path, TestContext.Current.CancellationToken))
        {
            lines.Add(Encoding.UTF8.GetString(line.Span));
        }

        return lines;
    }
}
