using System.Text.Json.Nodes;

namespace TelemetryAspire.LocalAws.Admin.Faults;

/// <summary>Some entries of PutRecords or PutRecordBatch fail in a reply of status 200.</summary>
/// <param name="Shape">How the operation's reply names its parts.</param>
/// <param name="Code">The code of each failed entry.</param>
/// <param name="Message">The message of each failed entry.</param>
/// <param name="EntryRate">The probability that an entry fails.</param>
/// <param name="Draw">Decides which.</param>
internal sealed record PartialFailure(
    ReplyShape Shape, string Code, string Message, double EntryRate, FaultDraw Draw) : BatchFault(EntryRate, Draw)
{
    /// <inheritdoc/>
    protected override async Task<JsonObject> AnswerAsync(StruckBatch batch, Func<Task<JsonObject>> writeRest)
    {
        var reply = batch.IsWhole
            ? new JsonObject { [Shape.FailedCount] = 0, [Shape.Entries] = new JsonArray() }
            : await writeRest();
        var written = new Queue<JsonNode?>(reply[Shape.Entries]!.AsArray());
        reply[Shape.FailedCount] = reply[Shape.FailedCount]!.GetValue<int>() + batch.Struck.Count;
        reply[Shape.Entries] = new JsonArray(
            [.. Enumerable.Range(0, batch.Count).Select(i => batch.Struck.Contains(i) ? Failed() : Next(written))]);
        return reply;
    }

    private JsonObject Failed() => new() { ["ErrorCode"] = Code, ["ErrorMessage"] = Message };

    private static JsonNode? Next(Queue<JsonNode?> written) => written.Dequeue()?.DeepClone();
}

/// <summary>The names of the members of a batch's reply.</summary>
/// <param name="FailedCount">The number of failed entries.</param>
/// <param name="Entries">The list of what became of each entry.</param>
/// <param name="ThrottledCode">The code of an entry that was one too many.</param>
/// <param name="ThrottledMessage">The message of such an entry.</param>
internal sealed record ReplyShape(string FailedCount, string Entries, string ThrottledCode, string ThrottledMessage)
{
    /// <summary>The operations that can fail in part.</summary>
    public static readonly IReadOnlyDictionary<string, ReplyShape> ByOperation = new Dictionary<string, ReplyShape>
    {
        ["Kinesis.PutRecords"] = new(
            "FailedRecordCount", "Records", "ProvisionedThroughputExceededException", "Rate exceeded"),
        ["Firehose.PutRecordBatch"] = new(
            "FailedPutCount", "RequestResponses", "ServiceUnavailableException", "Slow down."),
    };
}
