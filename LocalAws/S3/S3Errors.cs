namespace TelemetryAspire.LocalAws.S3;

/// <summary>
/// The refusals of S3, in its words (https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html).
/// </summary>
internal static class S3Errors
{
    public static S3Exception NoSuchBucket(string bucket) =>
        With("NoSuchBucket", "The specified bucket does not exist", 404, "BucketName", bucket);

    public static S3Exception NoSuchKey(string key) =>
        With("NoSuchKey", "The specified key does not exist.", 404, "Key", key);

    public static S3Exception NoSuchUpload(string uploadId) => With(
        "NoSuchUpload",
        "The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or "
        + "completed.",
        404,
        "UploadId",
        uploadId);

    public static S3Exception NoSuchVersion(string key, string versionId) =>
        new("NoSuchVersion", "The specified version does not exist.", 404)
        {
            Details = [new("Key", key), new("VersionId", versionId)],
        };

    public static S3Exception InvalidPart(string uploadId, int number, string etag) =>
        new(
            "InvalidPart",
            "One or more of the specified parts could not be found.  The part may not have been uploaded, or the "
            + "specified entity tag may not match the part's entity tag.",
            400)
        {
            Details = [new("UploadId", uploadId), new("PartNumber", number.ToString()), new("ETag", etag)],
        };

    public static S3Exception InvalidPartOrder(string uploadId) => With(
        "InvalidPartOrder",
        "The list of parts was not in ascending order. Parts must be ordered by part number.",
        400,
        "UploadId",
        uploadId);

    public static S3Exception InvalidPartNumber(int requested, int count) =>
        new("InvalidPartNumber", "The requested partnumber is not satisfiable", 416)
        {
            Details = [new("PartNumberRequested", requested.ToString()), new("ActualPartCount", count.ToString())],
        };

    public static S3Exception EntityTooSmall(int number, string etag, long size, long minimum) =>
        new("EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size", 400)
        {
            Details =
            [
                new("ProposedSize", size.ToString()),
                new("MinSizeAllowed", minimum.ToString()),
                new("PartNumber", number.ToString()),
                new("ETag", etag),
            ],
        };

    public static S3Exception BucketAlreadyOwnedByYou(string bucket) => With(
        "BucketAlreadyOwnedByYou",
        "Your previous request to create the named bucket succeeded and you already own it.",
        409,
        "BucketName",
        bucket);

    public static S3Exception BucketNotEmpty(string bucket) =>
        With("BucketNotEmpty", "The bucket you tried to delete is not empty", 409, "BucketName", bucket);

    public static S3Exception InvalidBucketName(string bucket) =>
        With("InvalidBucketName", "The specified bucket is not valid.", 400, "BucketName", bucket);

    public static S3Exception InvalidLocationConstraint(string location) => With(
        "InvalidLocationConstraint",
        "The specified location-constraint is not valid",
        400,
        "LocationConstraint",
        location);

    public static S3Exception IllegalLocationConstraint(string location) => new(
        "IllegalLocationConstraintException",
        $"The {location} location constraint is incompatible for the region specific endpoint this request was sent "
        + "to.",
        400);

    public static S3Exception PreconditionFailed(string condition) => With(
        "PreconditionFailed",
        "At least one of the pre-conditions you specified did not hold",
        412,
        "Condition",
        condition);

    public static S3Exception InvalidRange(string range, long size) =>
        new("InvalidRange", "The requested range is not satisfiable", 416)
        {
            Details = [new("RangeRequested", range), new("ActualObjectSize", size.ToString())],
        };

    public static S3Exception InvalidArgument(string message, string name, string value) =>
        new("InvalidArgument", message, 400)
        {
            Details = [new("ArgumentName", name), new("ArgumentValue", value)],
        };

    public static S3Exception InvalidRequest(string message) => new("InvalidRequest", message, 400);

    public static S3Exception BadDigest(string what) =>
        new("BadDigest", $"The {what} you specified did not match what we received.", 400);

    public static S3Exception InvalidTag(string message) => new("InvalidTag", message, 400);

    public static S3Exception AclNotSupported() =>
        new("AccessControlListNotSupported", "The bucket does not allow ACLs", 400);

    public static S3Exception InvalidDigest(string value) => With(
        "InvalidDigest", "The Content-MD5 you specified was invalid.", 400, "Content-MD5", value);

    public static S3Exception ContentSha256Mismatch(string claimed, string computed) =>
        new(
            "XAmzContentSHA256Mismatch",
            "The provided 'x-amz-content-sha256' header does not match what was computed.",
            400)
        {
            Details = [new("ClientComputedContentSHA256", claimed), new("S3ComputedContentSHA256", computed)],
        };

    public static S3Exception IncompleteBody() => new(
        "IncompleteBody",
        "You did not provide the number of bytes specified by the Content-Length HTTP header",
        400);

    public static S3Exception MissingContentLength() =>
        new("MissingContentLength", "You must provide the Content-Length HTTP header.", 411);

    public static S3Exception EntityTooLarge(long size, long limit) =>
        new("EntityTooLarge", "Your proposed upload exceeds the maximum allowed size", 400)
        {
            Details = [new("ProposedSize", size.ToString()), new("MaxSizeAllowed", limit.ToString())],
        };

    public static S3Exception MetadataTooLarge(int size, int limit) =>
        new("MetadataTooLarge", "Your metadata headers exceed the maximum allowed metadata size", 400)
        {
            Details = [new("Size", size.ToString()), new("MaxSizeAllowed", limit.ToString())],
        };

    public static S3Exception KeyTooLong(int size, int limit) =>
        new("KeyTooLongError", "Your key is too long", 400)
        {
            Details = [new("Size", size.ToString()), new("MaxSizeAllowed", limit.ToString())],
        };

    public static S3Exception MalformedXml() => new(
        "MalformedXML",
        "The XML you provided was not well-formed or did not validate against our published schema",
        400);

    public static S3Exception InvalidUri(string uri) =>
        With("InvalidURI", "Couldn't parse the specified URI.", 400, "URI", uri);

    public static S3Exception AccessDenied() => AccessDenied("Access Denied");

    public static S3Exception AccessDenied(string message) => new("AccessDenied", message, 403);

    public static S3Exception InvalidQueryParameters(string message) =>
        new("AuthorizationQueryParametersError", message, 400);

    public static S3Exception MethodNotAllowed(string method, string resourceType) =>
        new("MethodNotAllowed", "The specified method is not allowed against this resource.", 405)
        {
            Details = [new("Method", method), new("ResourceType", resourceType)],
        };

    public static S3Exception ParameterNotImplemented(string parameter) => With(
        "NotImplemented",
        $"A parameter you provided implies functionality that is not implemented: {parameter}",
        501,
        "Parameter",
        parameter);

    public static S3Exception HeaderNotImplemented(string header, string value) =>
        new("NotImplemented", "A header you provided implies functionality that is not implemented", 501)
        {
            Details = [new("Header", header), new("Value", value)],
        };

    public static S3Exception InternalError() =>
        new("InternalError", "We encountered an internal error. Please try again.", 500);

    public static S3Exception DamagedContent() => new(
        "InternalError",
        "The content of this object is missing from the data directory of LocalAws, or is not what was written; the "
        + "log of LocalAws names the file. Write the object again.",
        500);

    private static S3Exception With(string code, string message, int statusCode, string detail, string value) =>
        new(code, message, statusCode) { Details = [new(detail, value)] };
}
