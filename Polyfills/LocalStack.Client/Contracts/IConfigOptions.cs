namespace LocalStack.Client.Contracts;

/// <summary>Where LocalStack listens.</summary>
public interface IConfigOptions
{
    /// <summary>Host name; <c>localhost.localstack.cloud</c> (which resolves to this machine) unless set.</summary>
    string LocalStackHost { get; }

    /// <summary>Whether it is spoken to with TLS; not unless set.</summary>
    bool UseSsl { get; }

    /// <summary>One port per service, as LocalStack had before 2020. Refused here: no such version is supported.</summary>
    bool UseLegacyPorts { get; }

    /// <summary>The one port of all services; 4566 unless set.</summary>
    int EdgePort { get; }
}
