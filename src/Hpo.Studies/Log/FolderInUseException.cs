namespace Hpo.Studies.Log;

/// <summary>Another process uses a data folder for itself.</summary>
public sealed class FolderInUseException : IOException
{
    /// <summary>Says which folder, in words.</summary>
    public FolderInUseException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Says which folder, in words.</summary>
    public FolderInUseException(string message)
        : base(message)
    {
    }

    /// <summary>Says nothing in particular.</summary>
    public FolderInUseException()
        : base("The data folder is in use by another process.")
    {
    }
}
