#nullable enable

using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.Polyfill.AwsJson;

/// <summary>Makes the exception that a modelled error code stands for.</summary>
/// <param name="error">Code, message, status and request id, already read.</param>
/// <param name="body">The whole error document, for errors with members of their own.</param>
internal delegate AmazonServiceException ExceptionFactory(ErrorResponse error, ReadOnlyMemory<byte> body);

/// <summary>The modelled errors of one service, by code.</summary>
/// <param name="modelled">Code on the wire to exception.</param>
/// <param name="other">The service's base exception, for codes its model does not name.</param>
internal sealed class AwsJsonErrors(
    IReadOnlyDictionary<string, ExceptionFactory> modelled, ExceptionFactory other)
{
    /// <summary>The exception for an error reply. A code may carry a namespace before <c>#</c> and a URL after <c>:</c>.</summary>
    public AmazonServiceException CreateException(ErrorResponse error, ReadOnlyMemory<byte> body) =>
        modelled.GetValueOrDefault(error.Code ?? "", other)(error, body);
}
