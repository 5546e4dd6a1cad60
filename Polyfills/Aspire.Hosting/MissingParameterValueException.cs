namespace Aspire.Hosting;

/// <summary>A parameter was read and nobody gave it a value.</summary>
public class MissingParameterValueException : DistributedApplicationException
{
    /// <summary>An error with a message.</summary>
    public MissingParameterValueException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a message and its cause.</summary>
    public MissingParameterValueException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
