using TelemetryAspire.LocalAws.S3.Requests;

namespace TelemetryAspire.LocalAws.S3;

/// <summary>One operation of S3's REST API.</summary>
/// <remarks>Called concurrently; a refusal is thrown as <see cref="S3Exception"/> before the answer begins.</remarks>
internal interface IS3Operation
{
    /// <summary>The name AWS gives it, for example <c>PutObject</c>.</summary>
    string Name => GetType().Name;

    /// <summary>Reads the request and writes the answer.</summary>
    Task InvokeAsync(S3Request request, CancellationToken cancellationToken);
}
