using System.Collections.Concurrent;
using System.Globalization;
using TelemetryAspire.LocalAws.Kinesis.Throughput;
using TelemetryAspire.LocalAws.Storage;

namespace TelemetryAspire.LocalAws.Kinesis.Streams;

/// <summary>All streams, in memory and in the data directory.</summary>
/// <remarks>
/// Thread-safe. A stream's directory is <c>&lt;name&gt;@&lt;creation time&gt;</c>, so that a name such as <c>..</c>
/// stays inside. The stream exists while its <see cref="DefinitionFile"/> is there.
/// </remarks>
internal sealed class StreamStore : IDisposable
{
    /// <summary>AWS's limit for one stream.</summary>
    private const int ListShardsPerSecond = 1_000;

    private readonly Lock _changeLock = new();
    private readonly ConcurrentDictionary<string, KinesisStream> _streams = new(StringComparer.Ordinal);
    private readonly string _directory;
    private readonly RecordLogOptions _logs;
    private readonly LocalAwsOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger<StreamStore> _logger;

    public StreamStore(
        DataDirectory dataDirectory,
        LocalAwsOptions options,
        TimeProvider timeProvider,
        ILogger<StreamStore> logger)
    {
        _directory = dataDirectory.ForService("kinesis");
        _logs = dataDirectory.Logs;
        _options = options;
        _timeProvider = timeProvider;
        _logger = logger;
        foreach (var directory in Directory.EnumerateDirectories(_directory, "*@*"))
        {
            OpenExisting(directory);
        }
    }

    /// <summary>All streams by name, in ordinal order.</summary>
    public IReadOnlyList<KinesisStream> List() =>
        [.. _streams.Values.OrderBy(stream => stream.Metadata.Name, StringComparer.Ordinal)];

    /// <summary>The stream of this name, or null.</summary>
    public KinesisStream? Find(string name) => _streams.GetValueOrDefault(name);

    /// <summary>Creates a stream whose directory does not exist yet.</summary>
    /// <exception cref="Protocol.AwsException">ResourceInUseException, when the name is taken.</exception>
    public void Create(StreamMetadata metadata)
    {
        lock (_changeLock)
        {
            if (_streams.ContainsKey(metadata.Name))
            {
                throw KinesisErrors.StreamExists(metadata.Name);
            }

            var directory = Path.Combine(
                _directory, string.Create(CultureInfo.InvariantCulture, $"{metadata.Name}@{metadata.CreatedAt}"));
            DirectoryEntries.Create(directory, _logs.Disk);
            var stream = Open(directory, metadata);
            WriteMetadata(directory, metadata);
            _streams[metadata.Name] = stream;
        }
    }

    /// <summary>Changes a stream's metadata durably.</summary>
    public void Update(KinesisStream stream, Func<StreamMetadata, StreamMetadata> change)
    {
        lock (_changeLock)
        {
            EnsureExists(stream);
            var changed = change(stream.Metadata);
            WriteMetadata(stream.Directory, changed);
            stream.Metadata = changed;
        }
    }

    /// <summary>Splits and merges shards of a stream, all durably or none.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="plan">Splits and merges, and may refuse with an exception.</param>
    public void Reshard(KinesisStream stream, Action<ShardLayout> plan) =>
        Reshard(stream, (metadata, layout) =>
        {
            plan(layout);
            return metadata;
        });

    /// <summary>Changes a stream's metadata and its shards, all durably or nothing.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="plan">Splits, merges and returns the metadata to be; may refuse with an exception.</param>
    public void Reshard(KinesisStream stream, Func<StreamMetadata, ShardLayout, StreamMetadata> plan)
    {
        lock (_changeLock)
        {
            EnsureExists(stream);
            var layout = new ShardLayout(stream.Metadata.Shards, _timeProvider.GetUtcNow().ToUnixTimeMilliseconds());
            var changed = plan(stream.Metadata, layout) with { Shards = layout.Shards };
            var created = CreateShards(stream, changed);
            var closing = stream.Shards
                .Where(shard => !shard.IsClosed && layout.Shards.Any(
                    planned => planned.Index == shard.Index && planned.ClosedAt is not null))
                .ToList();
            try
            {
                Shard.CloseTogether(closing, () =>
                {
                    WriteMetadata(stream.Directory, changed);
                    stream.Replace(changed, [.. stream.Shards, .. created]);
                });
            }
            catch
            {
                created.ForEach(shard => shard.Dispose());
                throw;
            }
        }
    }

    /// <summary>Forgets the closed shards of a stream that hold no record from <paramref name="oldest"/> on.</summary>
    public void RemoveExpiredShards(KinesisStream stream, long oldest)
    {
        lock (_changeLock)
        {
            var expired = stream.Shards.Where(shard => shard.Metadata.ClosedAt < oldest).ToList();
            if (expired.Count == 0 || Find(stream.Metadata.Name) != stream)
            {
                return;
            }

            var kept = stream.Shards.Except(expired).ToList();
            var changed = stream.Metadata with { Shards = [.. kept.Select(shard => shard.Metadata)] };
            WriteMetadata(stream.Directory, changed);
            stream.Replace(changed, kept);
            foreach (var shard in expired)
            {
                shard.Dispose();
                Directory.Delete(DirectoryOf(shard.Metadata, stream.Directory), recursive: true);
            }
        }
    }

    /// <summary>Deletes a stream and its records.</summary>
    public void Delete(KinesisStream stream)
    {
        lock (_changeLock)
        {
            if (!_streams.TryRemove(KeyValuePair.Create(stream.Metadata.Name, stream)))
            {
                throw KinesisErrors.StreamNotFound(stream.Metadata.Name);
            }

            DefinitionFile.Delete(stream.Directory, _logs.Disk);
            stream.Dispose();
            DefinitionFile.DeleteDirectory(stream.Directory);
        }
    }

    public void Dispose()
    {
        foreach (var stream in _streams.Values)
        {
            stream.Dispose();
        }
    }

    private void EnsureExists(KinesisStream stream)
    {
        if (Find(stream.Metadata.Name) != stream)
        {
            throw KinesisErrors.StreamNotFound(stream.Metadata.Name);
        }
    }

    /// <summary>Opens the shards that <paramref name="changed"/> has beyond those of the stream.</summary>
    private List<Shard> CreateShards(KinesisStream stream, StreamMetadata changed)
    {
        var lastIndex = stream.Shards[^1].Index;
        var created = new List<Shard>();
        foreach (var shard in changed.Shards.Where(shard => shard.Index > lastIndex))
        {
            var directory = DirectoryOf(shard, stream.Directory);
            if (Directory.Exists(directory))
            {
                // Left by a split or merge that did not come to its end.
                Directory.Delete(directory, recursive: true);
            }

            created.Add(OpenShard(stream.Directory, changed, shard));
        }

        return created;
    }

    private static string DirectoryOf(ShardMetadata shard, string streamDirectory) =>
        Path.Combine(streamDirectory, Shard.IdOf((uint)shard.Index));

    private void WriteMetadata(string directory, StreamMetadata metadata) =>
        DefinitionFile.Write(directory, metadata, KinesisJsonContext.Default.StreamMetadata, _logs.Disk);

    private void OpenExisting(string directory)
    {
        var json = KinesisJsonContext.Default.StreamMetadata;
        if (DefinitionFile.ReadOrRemove(directory, json, _logs.Disk, _logger) is not { } metadata)
        {
            return;
        }

        if (_streams.TryGetValue(metadata.Name, out var other))
        {
            throw new LocalAwsStartupException(
                $"'{directory}' and '{other.Directory}' both hold a stream {metadata.Name}. "
                + "Move one of them out of the data directory.");
        }

        _streams[metadata.Name] = Open(directory, metadata);
    }

    private KinesisStream Open(string directory, StreamMetadata metadata) =>
        new(
            directory,
            metadata,
            [.. metadata.Shards.Select(shard => OpenShard(directory, metadata, shard))],
            new RequestRate(ListShardsPerSecond, _timeProvider, _options.EnforceLimits));

    private Shard OpenShard(string directory, StreamMetadata stream, ShardMetadata shard) => new(
        stream,
        shard,
        RecordLog.Open(DirectoryOf(shard, directory), _logs, _logger),
        new ShardThroughput(_timeProvider, _options.EnforceLimits),
        _timeProvider);
}
