using System.IO.Compression;
using TelemetryAspire.LocalAws.S3.Checksums;
using TelemetryAspire.LocalAws.S3.Storage;

namespace TelemetryAspire.LocalAws.Timestream.Unload;

/// <summary>A result file on its way into S3: what is written streams to the disk, compressed when asked for.</summary>
internal sealed class UnloadFile : IAsyncDisposable
{
    /// <summary>There can be a hundred files at once, so that their buffers must be small.</summary>
    private const int BlockBytes = 32 * 1024;

    private static readonly ObjectMetadata Metadata = new(
        new Dictionary<string, string> { ["content-type"] = "application/octet-stream" });

    private readonly ObjectStore _objects;
    private readonly ObjectAddress _address;
    private readonly ObjectUpload _upload;
    private readonly BufferedStream _blocks;
    private readonly GZipStream? _gzip;
    private long _rows;

    public UnloadFile(ObjectStore objects, ObjectAddress address, bool isGzip)
    {
        _objects = objects;
        _address = address;
        _upload = objects.BeginUpload(ChecksumAlgorithm.Default);
        _blocks = new BufferedStream(_upload, BlockBytes);
        _gzip = isGzip ? new GZipStream(_blocks, CompressionLevel.Fastest, leaveOpen: true) : null;
    }

    /// <summary>What has reached the disk so far.</summary>
    public long Length => _upload.Length;

    public void WriteHeader(byte[] line) => Write(line);

    public void WriteRow(byte[] line)
    {
        Write(line);
        _rows++;
    }

    /// <summary>Makes it an object.</summary>
    public async Task<UnloadedFile> FinishAsync(CancellationToken cancellationToken)
    {
        if (_gzip is not null)
        {
            await _gzip.DisposeAsync();
        }

        await _blocks.FlushAsync(cancellationToken);
        var stored = await _objects.PutAsync(_address, _upload, Metadata, PutCondition.None, cancellationToken);
        return new UnloadedFile(UnloadDestination.Url(_address), new UnloadedContent(stored.Size, _rows));
    }

    /// <summary>Without <see cref="FinishAsync"/>, nothing remains of it.</summary>
    public ValueTask DisposeAsync() => _upload.DisposeAsync();

    private void Write(byte[] line)
    {
        if (_gzip is null)
        {
            _blocks.Write(line);
        }
        else
        {
            _gzip.Write(line);
        }
    }
}
