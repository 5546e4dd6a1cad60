namespace TelemetryAspire.LocalAws.Tests.S3;

public sealed class Boto3Tests(S3Fixture fixture) : S3Test(fixture)
{
    [Fact]
    public async Task Every_operation_answers_as_boto3_expects()
    {
        var output = await ForeignClient.Boto3Async(Host.Url, $$"""
            from botocore.exceptions import ClientError

            s3 = client('s3')
            bucket = '{{Bucket}}'

            def code(call, **arguments):
                try:
                    call(**arguments)
                except ClientError as error:
                    return error.response['Error']['Code']
                return 'no error'

            for i in range(5):
                s3.put_object(Bucket=bucket, Key=f'k/{i} ü+', Body=b'x' * i, Metadata={'n': str(i)})
            pages = s3.get_paginator('list_objects_v2').paginate(Bucket=bucket, PaginationConfig={'PageSize': 2})
            print([entry['Key'] for page in pages for entry in page['Contents']])
            print(s3.get_object(Bucket=bucket, Key='k/4 ü+', Range='bytes=-2')['Body'].read())
            print(s3.head_object(Bucket=bucket, Key='k/3 ü+')['Metadata'])
            print(code(s3.get_object, Bucket=bucket, Key='missing'))
            print(code(s3.delete_bucket, Bucket=bucket))
            print(code(s3.get_object, Bucket=bucket, Key='k/3 ü+', VersionId='1'))
            deleted = s3.delete_objects(Bucket=bucket, Delete={'Objects': [{'Key': f'k/{i} ü+'} for i in range(5)]})
            print(len(deleted['Deleted']))
            """);

        Assert.Equal(
            [
                "['k/0 ü+', 'k/1 ü+', 'k/2 ü+', 'k/3 ü+', 'k/4 ü+']",
                "b'xx'",
                "{'n': '3'}",
                "NoSuchKey",
                "BucketNotEmpty",
                "NoSuchVersion",
                "5",
            ],
            output.ReplaceLineEndings("\n").TrimEnd().Split('\n'));
    }
}
