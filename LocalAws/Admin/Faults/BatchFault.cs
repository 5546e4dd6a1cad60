using System.Text;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Admin.Faults;

/// <summary>Strikes some entries of a batch; the others are really written.</summary>
/// <param name="EntryRate">The probability that an entry is struck.</param>
/// <param name="Draw">Decides which.</param>
internal abstract record BatchFault(double EntryRate, FaultDraw Draw) : Fault
{
    private const string Records = "Records";

    /// <summary>The operation as the call that is struck finds it.</summary>
    public JsonOperation Around(JsonOperation operation) => new StruckOperation(this, operation);

    /// <summary>Answers for the whole batch.</summary>
    /// <param name="batch">Which entries are struck.</param>
    /// <param name="writeRest">Writes the others, of which there must be one, and returns the reply.</param>
    protected abstract Task<JsonObject> AnswerAsync(StruckBatch batch, Func<Task<JsonObject>> writeRest);

    private sealed class StruckOperation(BatchFault fault, JsonOperation operation) : JsonOperation
    {
        public override JsonTypeInfo RequestType => operation.RequestType;

        public override async ValueTask InvokeAsync(
            ReadOnlyMemory<byte> body,
            PooledBuffer response,
            WireFormat format,
            RequestContext context,
            CancellationToken cancellationToken)
        {
            if (Parse(body, format) is not { } request || request[Records] is not JsonArray { Count: > 0 } records)
            {
                // No batch: the operation itself says what is wrong with it.
                await operation.InvokeAsync(body, response, format, context, cancellationToken);
                return;
            }

            var struck = fault.Draw.Choose(records.Count, fault.EntryRate);
            request[Records] = new JsonArray([.. records.Where((_, i) => !struck.Contains(i)).Select(Copy)]);
            var answer = await fault.AnswerAsync(new StruckBatch(records.Count, struck), WriteRestAsync);
            format.Write(response, answer, AdminJsonContext.Default.JsonObject);

            async Task<JsonObject> WriteRestAsync()
            {
                using var reply = new PooledBuffer();
                var rest = Encoding.UTF8.GetBytes(request.ToJsonString());
                await operation.InvokeAsync(rest, reply, JsonWireFormat.Version11, context, cancellationToken);
                return JsonNode.Parse(reply.Span)!.AsObject();
            }
        }

        private static JsonNode? Copy(JsonNode? node) => node?.DeepClone();

        private static JsonObject? Parse(ReadOnlyMemory<byte> body, WireFormat format)
        {
            try
            {
                return format.Read(body, AdminJsonContext.Default.JsonObject);
            }
            catch (AwsException)
            {
                return null;
            }
        }
    }
}

/// <summary>Which entries of a batch are struck.</summary>
internal sealed record StruckBatch(int Count, IReadOnlySet<int> Struck)
{
    /// <summary>Whether no entry is left to be written.</summary>
    public bool IsWhole => Struck.Count == Count;

    /// <summary>The positions of the entries that are not struck, in their order.</summary>
    public IReadOnlyList<int> Rest { get; } = [.. Enumerable.Range(0, Count).Where(i => !Struck.Contains(i))];
}
