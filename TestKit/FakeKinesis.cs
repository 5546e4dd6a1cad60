using System.Globalization;
using System.Numerics;
using System.Text;
using Amazon;
using Amazon.Kinesis;
using Amazon.Kinesis.Model;
using Amazon.Runtime;
using TelemetryAspire.FunctionHost;

namespace TelemetryAspire.TestKit;

/// <summary>A Kinesis stream in memory, with everything that can happen to its readers on demand.</summary>
/// <remarks>
/// It is the SDK's client with the reading operations answered here, so it stands wherever an <see
/// cref="IAmazonKinesis"/> does. Safe from many threads.
/// </remarks>
public sealed class FakeKinesis(TimeProvider timeProvider, string name = "stream", int shards = 1)
    : AmazonKinesisClient(new AnonymousAWSCredentials(), RegionEndpoint.USEast1)
{
    private readonly Lock _gate = new();
    private readonly List<FakeShard> _shards = Enumerable.Range(0, shards)
        .Select(n => new FakeShard(IdOf(n), parent: null, adjacentParent: null))
        .ToList();

    private readonly HashSet<FakeShard> _expired = [];
    private readonly Queue<Exception> _readFaults = new();
    private DateTimeOffset? _created = timeProvider.GetUtcNow();
    private BigInteger _lastSequenceNumber = BigInteger.Pow(10, 55);
    private int _iteratorEpoch;

    /// <summary>The stream's name.</summary>
    public string Name => name;

    /// <summary>The most shards one ListShards reply lists.</summary>
    public int ShardsPerPage { get; set; } = 100;

    /// <summary>How many times GetRecords was called.</summary>
    public int Reads { get; private set; }

    /// <summary>Runs before each GetRecords call is answered, with its shard; may wait or throw.</summary>
    public Func<ShardId, Task>? BeforeRead { get; set; }

    /// <summary>The id of the n-th shard ever created, from 0.</summary>
    public static ShardId Shard(int n) => new(IdOf(n));

    /// <summary>Puts a record on a shard.</summary>
    public SequenceNumber Put(string text, int shard = 0, string partitionKey = "device-1") =>
        Put(Encoding.UTF8.GetBytes(text), shard, partitionKey);

    /// <summary>Puts a record on a shard.</summary>
    public SequenceNumber Put(byte[] data, int shard = 0, string partitionKey = "device-1")
    {
        lock (_gate)
        {
            var target = _shards[shard];
            if (target.IsClosed)
            {
                throw new InvalidOperationException($"{target.Id} is closed.");
            }

            // Wide steps: sequence numbers are not consecutive, and nobody may think so.
            _lastSequenceNumber += BigInteger.Pow(10, 20);
            target.Records.Add(new Record
            {
                SequenceNumber = _lastSequenceNumber.ToString(CultureInfo.InvariantCulture),
                ApproximateArrivalTimestamp = timeProvider.GetUtcNow().UtcDateTime,
                Data = new MemoryStream(data, 0, data.Length, writable: false, publiclyVisible: true),
                PartitionKey = partitionKey,
            });
            return new SequenceNumber(_lastSequenceNumber);
        }
    }

    /// <summary>Every record ever put on a shard, in order.</summary>
    public IReadOnlyList<KinesisRecord> RecordsOf(int shard)
    {
        lock (_gate)
        {
            return _shards[shard].Records.ConvertAll(record => new KinesisRecord
            {
                SequenceNumber = SequenceNumber.Parse(record.SequenceNumber),
                PartitionKey = record.PartitionKey,
                ApproximateArrivalTimestamp = new(record.ApproximateArrivalTimestamp!.Value, TimeSpan.Zero),
                Data = record.Data.ToArray(),
            });
        }
    }

    /// <summary>Closes a shard and opens two children.</summary>
    public (int Left, int Right) Split(int shard)
    {
        lock (_gate)
        {
            _shards[shard].IsClosed = true;
            return (AddChild(shard, adjacent: null), AddChild(shard, adjacent: null));
        }
    }

    /// <summary>Closes two shards and opens their child.</summary>
    public int Merge(int shard, int adjacent)
    {
        lock (_gate)
        {
            _shards[shard].IsClosed = true;
            _shards[adjacent].IsClosed = true;
            return AddChild(shard, adjacent);
        }
    }

    /// <summary>Ends the life of every iterator given out so far.</summary>
    public void ExpireIterators()
    {
        lock (_gate)
        {
            _iteratorEpoch++;
        }
    }

    /// <summary>Removes the oldest <paramref name="records"/> of a shard, as retention does.</summary>
    public void Trim(int shard, int records)
    {
        lock (_gate)
        {
            _shards[shard].Trimmed += records;
        }
    }

    /// <summary>Makes the next GetRecords call throw; once per call of this method.</summary>
    public void FailNextRead(Exception exception)
    {
        lock (_gate)
        {
            _readFaults.Enqueue(exception);
        }
    }

    /// <summary>Removes a closed shard, as retention does when its last record expires.</summary>
    public void Remove(int shard)
    {
        lock (_gate)
        {
            _expired.Add(_shards[shard]);
        }
    }

    /// <summary>Deletes the stream with all its records.</summary>
    public void Delete()
    {
        lock (_gate)
        {
            _created = null;
            _shards.Clear();
        }
    }

    /// <summary>Creates the stream again under its name, empty.</summary>
    public void Create(int shardCount = 1)
    {
        lock (_gate)
        {
            _created = timeProvider.GetUtcNow();
            _shards.AddRange(Enumerable.Range(0, shardCount).Select(n => new FakeShard(IdOf(n), null, null)));
        }
    }

    /// <inheritdoc/>
    public override Task<DescribeStreamSummaryResponse> DescribeStreamSummaryAsync(
        DescribeStreamSummaryRequest request, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            return Task.FromResult(new DescribeStreamSummaryResponse
            {
                StreamDescriptionSummary = new StreamDescriptionSummary
                {
                    StreamName = name,
                    StreamARN = $"arn:aws:kinesis:us-east-1:000000000000:stream/{name}",
                    StreamCreationTimestamp = Existing().UtcDateTime,
                    StreamStatus = StreamStatus.ACTIVE,
                },
            });
        }
    }

    /// <inheritdoc/>
    public override Task<ListShardsResponse> ListShardsAsync(
        ListShardsRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        lock (_gate)
        {
            Existing();
            var start = request.NextToken is { } token ? int.Parse(token, CultureInfo.InvariantCulture) : 0;
            var end = start + ShardsPerPage;
            var page = _shards.Skip(start).Take(ShardsPerPage).Except(_expired);
            return Task.FromResult(new ListShardsResponse
            {
                Shards = page.Select(shard => shard.Describe()).ToList(),
                NextToken = end < _shards.Count ? end.ToString(CultureInfo.InvariantCulture) : null,
            });
        }
    }

    /// <inheritdoc/>
    public override Task<GetShardIteratorResponse> GetShardIteratorAsync(
        GetShardIteratorRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        lock (_gate)
        {
            Existing();
            var shard = _shards.Single(candidate => candidate.Id == request.ShardId);
            var start = request.ShardIteratorType == ShardIteratorType.TRIM_HORIZON
                ? 0
                : 1 + shard.Records.FindIndex(record => record.SequenceNumber == request.StartingSequenceNumber);
            if (start == 0 && request.ShardIteratorType != ShardIteratorType.TRIM_HORIZON)
            {
                throw new InvalidArgumentException(
                    $"StartingSequenceNumber {request.StartingSequenceNumber} is not one of {shard.Id}.");
            }

            return Task.FromResult(new GetShardIteratorResponse { ShardIterator = Iterator(shard, start) });
        }
    }

    /// <inheritdoc/>
    public override async Task<GetRecordsResponse> GetRecordsAsync(
        GetRecordsRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var parts = request.ShardIterator.Split('|');
        if (BeforeRead is { } beforeRead)
        {
            await beforeRead(new ShardId(parts[0]));
        }

        lock (_gate)
        {
            Existing();
            Reads++;
            if (_readFaults.TryDequeue(out var fault))
            {
                throw fault;
            }

            if (int.Parse(parts[1], CultureInfo.InvariantCulture) != _iteratorEpoch)
            {
                throw new ExpiredIteratorException("Iterator expired.");
            }

            var start = int.Parse(parts[2], CultureInfo.InvariantCulture);
            return Read(_shards.Single(shard => shard.Id == parts[0]), start, request.Limit ?? 10_000);
        }
    }

    private static string IdOf(int n) => string.Create(CultureInfo.InvariantCulture, $"shardId-{n:D12}");

    private GetRecordsResponse Read(FakeShard shard, int start, int limit)
    {
        start = Math.Max(start, shard.Trimmed);
        var records = shard.Records.Skip(start).Take(limit).ToList();
        var next = start + records.Count;
        var isTip = next == shard.Records.Count;
        var behind = isTip
            ? TimeSpan.Zero
            : timeProvider.GetUtcNow().UtcDateTime - shard.Records[next].ApproximateArrivalTimestamp!.Value;
        return new GetRecordsResponse
        {
            Records = records,
            MillisBehindLatest = (long)Math.Ceiling(behind.TotalMilliseconds),
            NextShardIterator = isTip && shard.IsClosed ? null : Iterator(shard, next),
        };
    }

    private string Iterator(FakeShard shard, int start) =>
        string.Create(CultureInfo.InvariantCulture, $"{shard.Id}|{_iteratorEpoch}|{start}");

    private int AddChild(int parent, int? adjacent)
    {
        _shards.Add(new FakeShard(
            IdOf(_shards.Count), _shards[parent].Id, adjacent is { } other ? _shards[other].Id : null));
        return _shards.Count - 1;
    }

    private DateTimeOffset Existing() =>
        _created ?? throw new ResourceNotFoundException($"Stream {name} under account 000000000000 not found.");
}
