namespace TelemetryAspire.LocalAws.CloudFormation.Resources;

/// <summary>
/// The types that a stack may name although LocalAws makes nothing of them, so that one template serves here and on
/// AWS. To accept another type, add its line.
/// </summary>
/// <remarks>
/// What Ref and Fn::GetAtt give is written with <c>{name}</c> (the given name, else a generated one), <c>{region}</c>,
/// <c>{account}</c>, <c>{uuid}</c>, <c>{key}</c> and <c>{KEY}</c> (10 and 17 letters and digits) and
/// <c>{Property}</c> or <c>{Property.Member}</c>; what stands for an absent one follows a bar: <c>{Path|/}</c>.
/// </remarks>
internal static class InertTypeTable
{
    private const string Iam = "arn:aws:iam::{account}:";
    private const string Regional = "{region}:{account}:";

    public static readonly IReadOnlyList<InertTypeRow> Rows =
    [
        Row("AWS::Athena::DataCatalog", "Name"),
        Row("AWS::Athena::NamedQuery", null, "{uuid}", ("NamedQueryId", "{id}")),
        Row("AWS::Athena::WorkGroup", "Name"),
        Row("AWS::CDK::Metadata", null),
        Row("AWS::CloudWatch::Alarm", "AlarmName", "{name}", ("Arn", $"arn:aws:cloudwatch:{Regional}alarm:{{id}}")),
        Row("AWS::CloudWatch::Dashboard", "DashboardName"),
        Row("AWS::Events::Rule", "Name", "{name}", ("Arn", $"arn:aws:events:{Regional}rule/{{id}}")),
        Row("AWS::Glue::Crawler", "Name"),
        Row("AWS::Glue::Database", "DatabaseInput.Name"),
        Row("AWS::Glue::Table", "TableInput.Name"),
        Row(
            "AWS::Grafana::Workspace", null, "g-{key}",
            ("Id", "{id}"),
            ("Endpoint", "{id}.grafana-workspace.{region}.amazonaws.com"),
            ("GrafanaVersion", "{GrafanaVersion|10.4}"),
            ("Status", "ACTIVE")),
        Row("AWS::IAM::Group", "GroupName", "{name}", ("Arn", Iam + "group{Path|/}{id}")),
        Row(
            "AWS::IAM::InstanceProfile", "InstanceProfileName", "{name}",
            ("Arn", Iam + "instance-profile{Path|/}{id}")),
        Row(
            "AWS::IAM::ManagedPolicy", "ManagedPolicyName", Iam + "policy{Path|/}{name}",
            ("PolicyArn", "{id}"), ("DefaultVersionId", "v1"), ("IsAttachable", "true")),
        Row("AWS::IAM::Policy", null),
        Row("AWS::IAM::Role", "RoleName", "{name}", ("Arn", Iam + "role{Path|/}{id}"), ("RoleId", "AROA{KEY}")),
        Row("AWS::IAM::RolePolicy", null),
        Row("AWS::IAM::User", "UserName", "{name}", ("Arn", Iam + "user{Path|/}{id}")),
        Row("AWS::IAM::UserPolicy", null),
        Row("AWS::KMS::Alias", "AliasName"),
        Row("AWS::KMS::Key", null, "{uuid}", ("Arn", $"arn:aws:kms:{Regional}key/{{id}}"), ("KeyId", "{id}")),
        Row("AWS::KinesisAnalyticsV2::Application", "ApplicationName"),
        Row(
            "AWS::Lambda::EventSourceMapping", null, "{uuid}",
            ("Id", "{id}"), ("EventSourceMappingArn", $"arn:aws:lambda:{Regional}event-source-mapping:{{id}}")),
        Row("AWS::Lambda::Function", "FunctionName", "{name}", ("Arn", $"arn:aws:lambda:{Regional}function:{{id}}")),
        Row("AWS::Lambda::Permission", null, "{name}", ("Id", "{id}")),
        Row("AWS::Logs::LogGroup", "LogGroupName", "{name}", ("Arn", $"arn:aws:logs:{Regional}log-group:{{id}}:*")),
        Row("AWS::Logs::LogStream", "LogStreamName"),
        Row("AWS::Logs::MetricFilter", "FilterName"),
        Row("AWS::Logs::SubscriptionFilter", "FilterName"),
        Row("AWS::S3::BucketPolicy", null, "{Bucket}"),
        Row("AWS::SNS::Subscription", null, "{TopicArn}:{uuid}", ("Arn", "{id}")),
        Row(
            "AWS::SNS::Topic", "TopicName", $"arn:aws:sns:{Regional}{{name}}",
            ("TopicArn", "{id}"), ("TopicName", "{name}")),
        Row("AWS::SNS::TopicPolicy", null, "{name}", ("Id", "{id}")),
        Row(
            "AWS::SQS::Queue", "QueueName", "https://sqs.{region}.amazonaws.com/{account}/{name}",
            ("Arn", $"arn:aws:sqs:{Regional}{{name}}"), ("QueueName", "{name}"), ("QueueUrl", "{id}")),
        Row("AWS::SQS::QueuePolicy", null, "{name}", ("Id", "{id}")),
        Row("AWS::SSM::Parameter", "Name", "{name}", ("Type", "{Type}"), ("Value", "{Value}")),
        Row(
            "AWS::Scheduler::Schedule", "Name", "{name}",
            ("Arn", $"arn:aws:scheduler:{Regional}schedule/{{GroupName|default}}/{{id}}")),
        Row(
            "AWS::SecretsManager::Secret", "Name", $"arn:aws:secretsmanager:{Regional}secret:{{name}}-{{key}}",
            ("Id", "{id}")),
    ];

    private static InertTypeRow Row(
        string type,
        string? nameProperty,
        string physicalId = "{name}",
        params (string Name, string Value)[] attributes) =>
        new(type, nameProperty, physicalId, attributes);
}

/// <summary>A line of <see cref="InertTypeTable"/>.</summary>
/// <param name="Type">The type's name.</param>
/// <param name="NameProperty">The property that names the resource; null when none does.</param>
/// <param name="PhysicalId">What Ref gives.</param>
/// <param name="Attributes">What Fn::GetAtt gives, also in terms of <c>{id}</c>, the physical id.</param>
internal sealed record InertTypeRow(
    string Type,
    string? NameProperty,
    string PhysicalId,
    IReadOnlyList<(string Name, string Value)> Attributes);
