using System.Formats.Cbor;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using TelemetryAspire.LocalAws.Kinesis.Records;
using TelemetryAspire.LocalAws.Protocol.Cbor;

namespace TelemetryAspire.LocalAws.Tests.Fuzz;

/// <summary>
/// Requests of the JSON protocol made from the operations' own contracts: the names of the members are right, what is
/// in them need not be. An operation that is added is covered at once.
/// </summary>
internal sealed class JsonRequests(IReadOnlyList<KeyValuePair<string, JsonTypeInfo>> contracts)
{
    private const int MaxDepth = 6;

    /// <summary>Members that a converter reads by itself, so that no contract tells their names.</summary>
    private static readonly string[] RecordMembers = ["Data", "PartitionKey", "ExplicitHashKey"];

    /// <summary>JSON that lets a request come further than its checks, by the member's name.</summary>
    private static readonly Dictionary<string, string[]> Plausible = new(StringComparer.Ordinal)
    {
        ["StreamName"] = ["\"fuzz-1\"", "\"fuzz-1\"", "\"fuzz-2\""],
        ["StreamARN"] = ["null", "\"arn:aws:kinesis:us-east-1:000000000000:stream/fuzz-1\""],
        ["StreamId"] = ["null"],
        ["ResourceARN"] = ["\"arn:aws:kinesis:us-east-1:000000000000:stream/fuzz-1\""],
        ["ConsumerName"] = ["\"fuzz-c\""],
        ["DeliveryStreamName"] = ["\"fuzz-1\"", "\"fuzz-2\""],
        ["DatabaseName"] = ["\"FuzzDb\""],
        ["TableName"] = ["\"FuzzTable\""],
        ["ShardCount"] = ["1", "2"],
        ["TargetShardCount"] = ["1", "2"],
        ["ScalingType"] = ["\"UNIFORM_SCALING\""],
        ["StreamMode"] = ["\"PROVISIONED\"", "\"ON_DEMAND\""],
        ["RetentionPeriodHours"] = ["24", "48"],
        ["ShardId"] = ["\"shardId-000000000000\"", "\"shardId-000000000001\""],
        ["ShardToSplit"] = ["\"shardId-000000000000\""],
        ["NewStartingHashKey"] = ["\"170141183460469231731687303715884105728\"", "\"1\""],
        ["ShardIteratorType"] = ["\"TRIM_HORIZON\"", "\"LATEST\"", "\"AT_TIMESTAMP\"", "\"AFTER_SEQUENCE_NUMBER\""],
        ["PartitionKey"] = ["\"k\""],
        ["Data"] = ["\"QUJD\""],
        ["ExplicitHashKey"] = ["null", "\"1\""],
        ["SequenceNumberForOrdering"] = ["null"],
        ["NextToken"] = ["null"],
        ["RoleARN"] = ["\"arn:aws:iam::000000000000:role/r\""],
        ["BucketARN"] = ["\"arn:aws:s3:::fuzz-bucket-1\""],
        ["DeliveryStreamType"] = ["\"DirectPut\"", "\"KinesisStreamAsSource\""],
        ["MeasureValueType"] = ["\"DOUBLE\"", "\"MULTI\""],
        ["MeasureName"] = ["\"m\""],
        ["MeasureValue"] = ["\"1\""],
        ["Time"] = ["\"1795372464820\"", "\"0\""],
        ["TimeUnit"] = ["\"MILLISECONDS\""],
        ["DimensionValueType"] = ["\"VARCHAR\""],
        ["Name"] = ["\"n\"", "\"o\""],
        ["Value"] = ["\"1\""],
        ["Type"] = ["\"DOUBLE\"", "\"BIGINT\""],
        ["Limit"] = ["10"],
        ["MaxResults"] = ["10"],
    };

    public FuzzRequest Create(Random random)
    {
        var (target, contract) = Hostile.Choose(random, contracts);
        var body = new Body(random).Object(contract, depth: 0);
        var bytes = Encoding.UTF8.GetBytes(body);
        if (random.Next(10) == 0 && TryTranscode(bytes) is { } cbor)
        {
            var damaged = random.Next(2) == 0 ? Mutation.Apply(cbor, random) : cbor;
            return FuzzRequest.Create(
                FuzzProtocol.Cbor, "POST", "/", Headers(target, "application/x-amz-cbor-1.1", random), damaged);
        }

        return FuzzRequest.Create(
            FuzzProtocol.Json,
            "POST",
            "/",
            Headers(target, "application/x-amz-json-1.1", random),
            random.Next(6) == 0 ? Mutation.Apply(bytes, random) : bytes);
    }

    private static (string Name, string Value)[] Headers(string target, string contentType, Random random) =>
    [
        ("X-Amz-Target", random.Next(100) == 0 ? target + "X" : target), ("Content-Type", contentType),
    ];

    private static byte[]? TryTranscode(byte[] json)
    {
        try
        {
            var writer = new CborWriter(CborConformanceMode.Lax);
            JsonToCbor.Transcode(JsonElement.Parse(json), writer);
            return writer.Encode();
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    /// <summary>One body, whose every member is as hostile as the body is.</summary>
    private sealed class Body(Random random)
    {
        /// <summary>In percent: with little a request passes its checks, with much it shows what they miss.</summary>
        private readonly int _hostility = Hostile.Choose(random, [0, 3, 15, 40]);

        private bool IsHostile => random.Next(100) < _hostility;

        public string Object(JsonTypeInfo type, int depth)
        {
            var members = new List<string>();
            foreach (var property in type.Properties.Where(_ => random.Next(depth == 0 ? 6 : 3) > 0))
            {
                members.Add($"\"{property.Name}\":{Member(property, depth)}");
            }

            if (members.Count > 0 && IsHostile)
            {
                members.Add(Hostile.Choose(random, members));
            }

            if (IsHostile)
            {
                members.Add($"{Hostile.JsonText(Hostile.Text(random))}:{Hostile.JsonValue(random)}");
            }

            return "{" + string.Join(',', members) + "}";
        }

        private string Member(JsonPropertyInfo property, int depth)
        {
            if (IsHostile)
            {
                return Hostile.JsonValue(random);
            }

            return Plausible.TryGetValue(property.Name, out var values) && !IsHostile
                ? Hostile.Choose(random, values)
                : Value(property.Options.GetTypeInfo(property.PropertyType), depth + 1);
        }

        private string Value(JsonTypeInfo type, int depth)
        {
            if (depth > MaxDepth)
            {
                return "null";
            }

            return type.Kind switch
            {
                JsonTypeInfoKind.Object => Object(type, depth),
                JsonTypeInfoKind.Enumerable => List(() => Value(ElementOf(type), depth + 1)),
                JsonTypeInfoKind.Dictionary => $"{{\"k\":{Value(ElementOf(type), depth + 1)}}}",
                _ when type.Type == typeof(RecordBatch) => List(Record),
                _ => Scalar(Nullable.GetUnderlyingType(type.Type) ?? type.Type),
            };
        }

        private static JsonTypeInfo ElementOf(JsonTypeInfo type) => type.Options.GetTypeInfo(type.ElementType!);

        private string Record() => "{" + string.Join(',', RecordMembers
            .Where(name => name != "ExplicitHashKey" || IsHostile)
            .Select(name => $"\"{name}\":"
                + (IsHostile ? Hostile.JsonValue(random) : Plausible.GetValueOrDefault(name, ["\"1\""])[0]))) + "}";

        private string List(Func<string> item)
        {
            var count = IsHostile ? random.Next(600) : random.Next(1, 4);
            return "[" + string.Join(',', Enumerable.Range(0, count).Select(_ => item())) + "]";
        }

        private string Scalar(Type type) => IsHostile ? Hostile.JsonValue(random)
            : type == typeof(bool) ? Hostile.Choose(random, ["true", "false"])
            : type == typeof(byte[]) ? Hostile.JsonText(Convert.ToBase64String(Bytes()))
            : type.IsPrimitive || type == typeof(DateTimeOffset) || type == typeof(decimal) ? Number()
            : Hostile.JsonText(Hostile.Text(random));

        private string Number() => random.Next(10) switch
        {
            0 => random.NextInt64(long.MinValue, long.MaxValue).ToString(CultureInfo.InvariantCulture),
            1 => (random.NextDouble() * 1e12).ToString("R", CultureInfo.InvariantCulture),
            _ => random.Next(-1, 5).ToString(CultureInfo.InvariantCulture),
        };

        private byte[] Bytes()
        {
            var bytes = new byte[random.Next(200)];
            random.NextBytes(bytes);
            return bytes;
        }
    }
}
