namespace TelemetryAspire.ServiceDefaults;

/// <summary>Reads the whole answer of a JSON operation before handing it up.</summary>
/// <remarks>
/// It stands below the attempt timeout, so that an answer which stalls half way ends the attempt too; and the SDK,
/// which parses with blocking reads, then reads from memory instead of holding a thread.
/// </remarks>
internal sealed class AnswerBufferHandler : DelegatingHandler
{
    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (!AwsOperation.AnswersWithDocument(request))
        {
            return response;
        }

        try
        {
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            return response;
        }
        catch (Exception exception)
        {
            response.Dispose();

            // A read that is cut off by cancellation may report that the answer ended early, which is not the cause.
            if (cancellationToken.IsCancellationRequested)
            {
                throw new OperationCanceledException(exception.Message, exception, cancellationToken);
            }

            throw;
        }
    }
}
