using Amazon.S3.Model;

namespace TelemetryAspire.LocalAws.Tests.S3;

public sealed class ListObjectsTests(S3Fixture fixture) : S3Test(fixture)
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(1000)]
    public async Task The_next_marker_goes_on_behind_a_common_prefix(int pageSize)
    {
        foreach (var key in new[] { "a", "b/1", "b/2", "c" })
        {
            await PutAsync(key, key);
        }

        List<string> entries = [];
        var request = new ListObjectsRequest { BucketName = Bucket, Delimiter = "/", MaxKeys = pageSize };
        ListObjectsResponse page;
        do
        {
            page = await S3.ListObjectsAsync(request, Cancellation);
            entries.AddRange((page.S3Objects ?? []).Select(entry => entry.Key));
            entries.AddRange(page.CommonPrefixes ?? []);
            request.Marker = page.NextMarker;
        }
        while (page.IsTruncated == true);

        Assert.Equal(["a", "b/", "c"], entries.Order(StringComparer.Ordinal));
    }
}
