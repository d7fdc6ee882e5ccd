namespace Hpo.Training.Data;

/// <summary>A file of a data set.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ContentSha256">
/// The SHA-256, in lower-case hexadecimal, of what comes out when it is unpacked. The packed bytes differ between the official
/// download and Debian's package, which was packed again without file names; the content is the same.
/// </param>
public sealed record DataFile(string Name, string ContentSha256);
