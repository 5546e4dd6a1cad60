using Microsoft.Net.Http.Headers;

namespace TelemetryAspire.LocalAws.S3;

/// <summary>Ends the connection after an answer that came where the client waited for "100 Continue".</summary>
/// <remarks>
/// S3 says "100 Continue" before an empty body too; Kestrel says it only when a body is read. botocore accepts a final
/// answer in its place, but then misreads the next answer on the same connection and waits until it times out. A
/// connection that ends in time has no next answer.
/// </remarks>
internal static class ExpectContinue
{
    /// <summary>To be called before the request is handled.</summary>
    public static void EndConnectionUnlessBodyIsRead(HttpContext context)
    {
        var request = context.Request;
        if (HttpProtocol.IsHttp2(request.Protocol)
            || !request.Headers.Expect.ToString().Equals("100-continue", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        context.Response.OnStarting(() =>
        {
            // A refusal may come before the body is read; then the client still has it to send, or to keep.
            if (request.ContentLength is 0 || context.Response.StatusCode >= StatusCodes.Status400BadRequest)
            {
                context.Response.Headers[HeaderNames.Connection] = "close";
            }

            return Task.CompletedTask;
        });
    }
}
