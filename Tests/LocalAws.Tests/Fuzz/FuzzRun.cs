using System.Collections.Concurrent;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;

namespace TelemetryAspire.LocalAws.Tests.Fuzz;

/// <summary>
/// Sends numbered requests over many connections and collects the answers that no client should ever get.
/// </summary>
/// <remarks>A request depends on the seed and its number alone, so a failure names all that repeats it.</remarks>
internal sealed class FuzzRun(Uri url, int seed, Func<Random, FuzzRequest> create)
{
    private const int Workers = 8;
    private const int MaxFailures = 20;
    private const int SlowRepeats = 3;

    /// <summary>An answer that takes longer counts as a hang.</summary>
    private static readonly TimeSpan HangLimit = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan GiveUp = TimeSpan.FromSeconds(20);

    /// <summary>S3 writes control characters as references, as AWS does, which XML 1.0 does not allow.</summary>
    private static readonly XmlReaderSettings XmlSettings = new() { CheckCharacters = false };

    private readonly ConcurrentQueue<string> _failures = [];
    private readonly ConcurrentDictionary<(FuzzProtocol, int Status), int> _counts = new();
    private int _next;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>How many answers there were of each protocol and status.</summary>
    public string Statistics => string.Join('\n', _counts
        .OrderBy(entry => entry.Key)
        .Select(entry => $"{entry.Key.Item1} {entry.Key.Status}: {entry.Value}"));

    /// <summary>Sends the requests from <paramref name="first"/> to before <paramref name="end"/>.</summary>
    /// <returns>What went wrong.</returns>
    public async Task<IReadOnlyCollection<string>> SendAsync(int first, int end)
    {
        _next = first - 1;
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => Task.Run(() => WorkAsync(end), Cancellation)));
        return _failures;
    }

    private async Task WorkAsync(int end)
    {
        FuzzConnection? connection = null;
        try
        {
            int number;
            while ((number = Interlocked.Increment(ref _next)) < end && _failures.Count < MaxFailures)
            {
                // The same numbers for the same seed and request, whichever worker draws them.
                var request = create(new Random(HashCode(seed, number)));
                connection = await CheckAsync(connection, request, number);
            }
        }
        finally
        {
            connection?.Dispose();
        }
    }

    private async Task<FuzzConnection?> CheckAsync(FuzzConnection? connection, FuzzRequest request, int number)
    {
        FuzzAnswer? answer = null;
        for (var attempt = 1; attempt <= SlowRepeats; attempt++)
        {
            if (connection is null || connection.IsClosed || attempt > 1)
            {
                connection?.Dispose();
                connection = await FuzzConnection.OpenAsync(url, Cancellation);
            }

            var started = TimeProvider.System.GetTimestamp();
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
            limit.CancelAfter(GiveUp);
            try
            {
                answer = await connection.CallAsync(request, limit.Token);
            }
            catch (OperationCanceledException) when (!Cancellation.IsCancellationRequested)
            {
                answer = null;
            }

            // A busy machine makes single answers slow; the request that is slow each time is to blame itself.
            var isSlow = TimeProvider.System.GetElapsedTime(started) > HangLimit;
            var isLost = answer is null && request.Protocol != FuzzProtocol.Malformed;
            if (!isSlow && !isLost)
            {
                break;
            }

            if (attempt == SlowRepeats)
            {
                Fail(request, number, isSlow ? $"is slower than {HangLimit}" : "has no answer");
                return connection;
            }
        }

        Judge(request, answer, number);
        return connection;
    }

    private void Judge(FuzzRequest request, FuzzAnswer? answer, int number)
    {
        _counts.AddOrUpdate((request.Protocol, answer?.Status ?? 0), 1, (_, count) => count + 1);
        if (answer is null)
        {
            return;
        }

        var isAnotherHttp = answer.Status == 505 && request.Protocol == FuzzProtocol.Malformed;
        if (answer.Status is >= 500 and not 501 && !isAnotherHttp)
        {
            Fail(request, number, $"is answered with {answer.Status}: {answer.Text}");
        }
        else if (answer.Status == 501 && !answer.Text.Contains("<Code>NotImplemented</Code>", StringComparison.Ordinal)
            && request.Method != "HEAD")
        {
            Fail(request, number, $"is answered with 501 that is not S3's: {answer.Text}");
        }
        else if (answer.Status >= 400 && request.Method != "HEAD" && !HasShape(request, answer))
        {
            Fail(
                request,
                number,
                $"is answered with {answer.Status} and no error of AWS's: {answer.ContentType} {answer.Text}");
        }
    }

    private static bool HasShape(FuzzRequest request, FuzzAnswer answer)
    {
        if (answer.Body.Length == 0)
        {
            // What is no valid HTTP is refused by the server before it comes to us.
            return request.Protocol == FuzzProtocol.Malformed
                || (answer.Status == 400 && request.Protocol is FuzzProtocol.S3 or FuzzProtocol.Admin);
        }

        try
        {
            return answer.ContentType.Split(';')[0] switch
            {
                "application/x-amz-json-1.0" or "application/x-amz-json-1.1" =>
                    HasMembers(answer.Body, "__type", "message"),
                "application/json" => HasMembers(answer.Body, "code", "message"),
                "application/xml" or "text/xml" => HasCode(answer.Text),
                "application/x-amz-cbor-1.1" => request.Protocol == FuzzProtocol.Cbor,
                _ => false,
            };
        }
        catch (Exception exception) when (exception is JsonException or XmlException)
        {
            return false;
        }
    }

    private static bool HasMembers(byte[] body, params string[] names)
    {
        using var document = JsonDocument.Parse(body);
        return names.All(name => document.RootElement.TryGetProperty(name, out var value)
            && value.ValueKind == JsonValueKind.String);
    }

    private static bool HasCode(string body)
    {
        using var reader = XmlReader.Create(new StringReader(body), XmlSettings);
        var root = XDocument.Load(reader).Root!;
        return root.Name.LocalName is "Error" or "ErrorResponse"
            && root.Descendants().Any(element => element is { Name.LocalName: "Code", Value.Length: > 0 });
    }

    private void Fail(FuzzRequest request, int number, string what) => _failures.Enqueue(
        $"Request {number} of seed {seed} {what}\n"
        + $"Repeat it with LOCALAWS_FUZZ_SEED={seed} LOCALAWS_FUZZ_REQUEST={number}.\n{request.Describe()}\n");

    /// <summary>Unlike <see cref="System.HashCode"/>, the same in every process.</summary>
    private static int HashCode(int seed, int number) => unchecked((int)System.IO.Hashing.XxHash32.HashToUInt32(
        [.. BitConverter.GetBytes(seed), .. BitConverter.GetBytes(number)]));
}
