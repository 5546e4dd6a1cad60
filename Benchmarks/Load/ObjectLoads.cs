namespace TelemetryAspire.Benchmarks.Load;

/// <summary>Puts objects of 64 KiB.</summary>
internal sealed class PutObjectLoad(AwsHttp http, string bucket) : ILoad
{
    public const int ObjectBytes = 64 * 1024;

    private readonly byte[] _content = new byte[ObjectBytes];
    private int _next;

    public async Task<long> CallAsync(int caller, CancellationToken cancellationToken)
    {
        var path = $"/{bucket}/telemetry/{Interlocked.Increment(ref _next):d9}";
        using var response = await http.SendAsync(HttpMethod.Put, path, _content, cancellationToken);
        return 1;
    }
}

/// <summary>Gets the first of the objects that <see cref="PutObjectLoad"/> has put.</summary>
internal sealed class GetObjectLoad(AwsHttp http, string bucket) : ILoad
{
    private const int Objects = 100;
    private int _next;

    public async Task<long> CallAsync(int caller, CancellationToken cancellationToken)
    {
        var path = $"/{bucket}/telemetry/{(uint)Interlocked.Increment(ref _next) % Objects + 1:d9}";
        using var response = await http.SendAsync(HttpMethod.Get, path, default, cancellationToken);
        return response.Memory.Length == PutObjectLoad.ObjectBytes
            ? 1
            : throw new InvalidOperationException("An object came back with another length.");
    }
}
