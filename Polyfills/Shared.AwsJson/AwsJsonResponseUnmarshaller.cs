#nullable enable

using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.Polyfill.AwsJson;

/// <summary>Reads the reply of one operation, or the exception the service sent in its place.</summary>
internal sealed class AwsJsonResponseUnmarshaller<TResponse>(JsonTypeInfo<TResponse> responseType, AwsJsonErrors errors)
    : JsonResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse, new()
{
    // Operations without output (CreateStream) reply with an empty body, or with an empty object that says no more.
    private readonly bool _hasMembers = responseType.Properties.Count > 0;

    /// <inheritdoc/>
    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input)
    {
        if (!_hasMembers)
        {
            return new TResponse();
        }

        // A reply that is JSON null, or no JSON, is no reply: the SDK reports it as an unmarshalling error.
        return JsonSerializer.Deserialize(input.Stream, responseType)
            ?? throw new JsonException($"The service replied null where a {typeof(TResponse).Name} was expected.");
    }

    /// <inheritdoc/>
    public override AmazonServiceException UnmarshallException(
        JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        var reader = new StreamingUtf8JsonReader(input.Stream);
        ErrorResponse error = JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(input, ref reader);
        error.InnerException = innerException;
        error.StatusCode = statusCode;
        return errors.CreateException(error, input.GetResponseBodyBytes());
    }
}
