using System.Globalization;
using System.Text;
using TelemetryAspire.LocalAws.Tests.S3;

namespace TelemetryAspire.LocalAws.Tests.Fuzz;

/// <summary>Requests of S3: paths, queries, headers and documents that are hostile, or nearly right.</summary>
internal static class S3Requests
{
    private static readonly string[] Methods =
        ["GET", "GET", "GET", "PUT", "PUT", "PUT", "HEAD", "DELETE", "POST", "PATCH", "OPTIONS", "BREW"];

    private static readonly string[] Segments =
    [
        "fuzz-bucket-1", "fuzz-bucket-1", "fuzz-bucket-1", "fuzz-bucket-2", "a", "b%2Fc", "..", ".", "%2e%2e",
        "%2E%2E%2F",
        "%00", "%zz", "%", "%c3%28", "%ed%a0%80", "%F0%9F%98%80", "a+b", "a%20b", "a;b", "a=b", "~", "_localaws",
        "health",
        "..%5c..", "C:%5cx", "aaa", "AAA", "192.168.1.1", "xn--a", "a..b", "-a", "%0d%0aX:y", "*", "'", "%22",
        "%3Ca%3E",
    ];

    private static readonly string[] Parameters =
    [
        "list-type=2", "list-type=1", "list-type=", "location", "delete", "uploads", "uploadId=x", "uploadId=",
        "partNumber=1",
        "partNumber=0", "partNumber=99999999999", "max-keys=0", "max-keys=-1", "max-keys=1000000000000", "max-keys=x",
        "prefix=a", "prefix=%00", "delimiter=%2F", "delimiter=", "marker=a", "start-after=%F0%9F",
        "continuation-token=x",
        "continuation-token=", "encoding-type=url", "encoding-type=x", "acl", "versioning", "versionId=null", "tagging",
        "response-content-type=a%0d%0ab", "fetch-owner=true", "max-parts=1", "part-number-marker=1", "key-marker=a",
        "x-id=GetObject",
        "X-Amz-Credential=a/b/c/d/e", "X-Amz-Expires=-1", "X-Amz-Date=x", "X-Amz-Algorithm=AWS4-HMAC-SHA256",
        "%zz=1", "=",
        "select&select-type=2", "attributes", "cors", "policy", "Action=GetCallerIdentity", "max-uploads=1",
        "upload-id-marker=x",
    ];

    private static readonly string[] HeaderNames =
    [
        "Range", "If-Match", "If-None-Match", "If-Modified-Since", "If-Unmodified-Since", "Content-MD5", "Content-Type",
        "Content-Encoding", "x-amz-content-sha256", "x-amz-decoded-content-length", "x-amz-sdk-checksum-algorithm",
        "x-amz-checksum-crc32", "x-amz-checksum-crc64nvme", "x-amz-checksum-sha256", "x-amz-checksum-type",
        "x-amz-trailer",
        "x-amz-copy-source", "x-amz-copy-source-range", "x-amz-copy-source-if-match", "x-amz-metadata-directive",
        "x-amz-meta-a",
        "x-amz-storage-class", "x-amz-acl", "x-amz-checksum-mode", "Authorization", "x-amz-date", "Date",
        "x-amz-object-size",
        "x-amz-expected-bucket-owner", "x-amz-tagging", "Cache-Control", "Expires", "x-amz-bypass-governance-retention",
    ];

    private static readonly string[] HeaderValues =
    [
        "", "*", "\"\"", "\"d41d8cd98f00b204e9800998ecf8427e\"", "W/\"a\"", "\"a\",\"b\"", "bytes=0-0", "bytes=-1",
        "bytes=5-1",
        "bytes=0-99999999999999999999", "bytes=a-b", "bytes=0-1,3-4", "bytes=", "Sun, 06 Nov 1994 08:49:37 GMT",
        "Fri, 99 Xxx 9999 99:99:99 GMT", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD", "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
        "UNSIGNED-PAYLOAD", "aws-chunked", "aws-chunked,gzip", "gzip", "0", "-1", "5", "99999999999999999999",
        "CRC32", "CRC64NVME",
        "SHA256", "MD5", "AAAAAA==", "!!!!", "x-amz-checksum-crc32", "FULL_OBJECT", "COMPOSITE", "COPY", "REPLACE",
        "/fuzz-bucket-1/a", "fuzz-bucket-1/a", "/fuzz-bucket-1/../../x", "/%zz", "/", "ENABLED", "private",
        "STANDARD", "GLACIER",
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "AWS4-HMAC-SHA256 Credential=",
        "a=b&c=d", "\u00e9", "=?UTF-8?Q?a?=",
    ];

    private static readonly string[] Bodies =
    [
        "", "hello", "<Delete><Object><Key>a</Key></Object></Delete>",
        "<Delete xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Quiet>true</Quiet>"
            + "<Object><Key>../../x</Key></Object></Delete>",
        "<CreateBucketConfiguration><LocationConstraint>eu-west-1</LocationConstraint></CreateBucketConfiguration>",
        "<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>\"a\"</ETag></Part></CompleteMultipartUpload>",
        "<!DOCTYPE a [<!ENTITY b \"c\"><!ENTITY d \"&b;&b;&b;\">]><Delete><Object><Key>&d;</Key></Object></Delete>",
        "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><Delete/>", "<a", "<a></b>", "<Delete><Object/></Delete>",
        "<?xml version=\"1.1\"?><a/>",
        "5\r\nhello\r\n0\r\n\r\n", "5;chunk-signature=a\r\nhello\r\n0;chunk-signature=b\r\n\r\n",
        "ffffffffffffffff\r\n", "-1\r\n", "5\r\nhel",
        "5\r\nhello\r\n0\r\nx-amz-checksum-crc32:NhCmhg==\r\n\r\n", "0\r\n\r\n", "\0\0\0\0",
    ];

    /// <summary>Requests the server takes far enough to read the text at <c>{0}</c>.</summary>
    private static readonly (string Method, string Target, string Document)[] Documents =
    [
        ("POST", "?delete", "<Delete><Object><Key>{0}</Key></Object></Delete>"),
        ("POST", "?delete", "<Delete><Quiet>{0}</Quiet><Object><Key>a</Key></Object></Delete>"),
        ("POST", "/a?uploadId=x", "<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>{0}</ETag></Part>"
            + "</CompleteMultipartUpload>"),
        ("PUT", "?tagging", "<Tagging><TagSet><Tag><Key>{0}</Key><Value>a</Value></Tag></TagSet></Tagging>"),
        ("PUT", "", "<CreateBucketConfiguration><LocationConstraint>{0}</LocationConstraint>"
            + "</CreateBucketConfiguration>"),
    ];

    public static FuzzRequest Create(Random random)
    {
        if (random.Next(200) == 0)
        {
            return Nested(random);
        }

        var method = Hostile.Choose(random, Methods);
        var body = method is "GET" or "HEAD" && random.Next(10) > 0
            ? []
            : Encoding.UTF8.GetBytes(Hostile.Choose(random, Bodies));
        if (random.Next(4) == 0)
        {
            body = Mutation.Apply(body, random);
        }

        return FuzzRequest.Create(FuzzProtocol.S3, method, Target(random), Headers(random), body, Host(random));
    }

    private static string Host(Random random) => random.Next(10) switch
    {
        0 => "fuzz-bucket-1.localhost",
        1 => "fuzz-bucket-1.s3.us-east-1.amazonaws.com",
        2 => Hostile.Choose(
            random, ["..localhost", "a..localhost", "s3.localhost", ".s3.amazonaws.com", "%2e.localhost"]),
        _ => "localhost",
    };

    private static string Target(Random random)
    {
        var path = string.Concat(
            Enumerable.Range(0, random.Next(0, 5)).Select(_ => "/" + Hostile.Choose(random, Segments)));
        if (random.Next(60) == 0)
        {
            path += "/" + new string('k', random.Next(900, 3000));
        }

        var query = string.Join(
            '&', Enumerable.Range(0, random.Next(0, 4)).Select(_ => Hostile.Choose(random, Parameters)));
        return (path.Length == 0 ? "/" : path) + (query.Length == 0 ? "" : "?" + query);
    }

    private static List<(string Name, string Value)> Headers(Random random) => Enumerable
        .Range(0, random.Next(0, 4))
        .Select(_ => (Hostile.Choose(random, HeaderNames), Value(random)))
        .ToList();

    private static string Value(Random random) => random.Next(30) switch
    {
        0 => new string('v', random.Next(1, 4000)),
        1 => random.NextInt64().ToString(CultureInfo.InvariantCulture),
        _ => Hostile.Choose(random, HeaderValues),
    };

    private static FuzzRequest Nested(Random random)
    {
        var (method, target, document) = Hostile.Choose(random, Documents);
        var depth = random.Next(1, random.Next(2) == 0 ? 100 : 100_000);
        var closed = random.Next(4) == 0 ? 0 : depth;
        var text = string.Concat(Enumerable.Repeat("<a>", depth)) + string.Concat(Enumerable.Repeat("</a>", closed));
        var body = Encoding.UTF8.GetBytes(document.Replace("{0}", text, StringComparison.Ordinal));
        var digest = Convert.ToBase64String(S3Test.Md5(body));
        return FuzzRequest.Create(
            FuzzProtocol.S3, method, "/fuzz-bucket-1" + target, [("Content-MD5", digest)], body);
    }
}
