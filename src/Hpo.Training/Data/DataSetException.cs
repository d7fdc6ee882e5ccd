namespace Hpo.Training.Data;

/// <summary>A data set cannot be had. The message names the file and says what to do.</summary>
public sealed class DataSetException : Exception
{
    /// <summary>An error about a file.</summary>
    /// <param name="file">The file or address it is about.</param>
    /// <param name="message">What is wrong and what to do, naming the file.</param>
    /// <param name="innerException">What was caught, if anything.</param>
    public DataSetException(string file, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        File = file;
    }

    /// <summary>The file or address the error is about.</summary>
    public string File { get; }
}
