namespace TelemetryAspire.LocalAws.Tests.Scenarios;

/// <summary>A client nobody here wrote that runs scenarios.</summary>
public enum ScenarioClient
{
    /// <summary>The AWS SDK for JavaScript, of the release in <c>JavaScript/package.json</c>.</summary>
    JavaScript,

    /// <summary>The AWS SDK for Python, of whatever release the machine has.</summary>
    Boto3,

    /// <summary>The AWS CLI, of whatever release the machine has.</summary>
    AwsCli,
}
