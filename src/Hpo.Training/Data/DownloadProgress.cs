namespace Hpo.Training.Data;

/// <summary>How far a download has come.</summary>
/// <param name="File">The file being downloaded.</param>
/// <param name="BytesReceived">The bytes of this file that are here, those of an earlier attempt included.</param>
/// <param name="BytesTotal">The size of the file; null while the server has not said.</param>
public readonly record struct DownloadProgress(string File, long BytesReceived, long? BytesTotal);
