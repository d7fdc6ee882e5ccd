using System.Security.Cryptography;
using System.Text;

namespace Hpo.Dashboard.Access;

/// <summary>
/// The tokens that let people in. The presenter's is chosen or made; the viewers' is derived from it and from a key in the data folder, which no viewer
/// knows, so that a viewer learns nothing about the presenter's, and a restart changes neither.
/// </summary>
public sealed class AccessTokens
{
    /// <summary>The file of the key in the data folder; only its owner can read it.</summary>
    public const string KeyFile = "access.key";

    private const int KeyBytes = 32;
    private const string Letters = "23456789abcdefghjkmnpqrstuvwxyz";

    private AccessTokens()
    {
    }

    private AccessTokens(byte[] key, string? chosen)
    {
        PresenterToken = chosen ?? Derive(key, "presenter", 28);
        ViewerToken = Derive(key, "viewer\n" + PresenterToken, 20);
        Stamp = Derive(key, "stamp\n" + PresenterToken, 28);
    }

    /// <summary>No token is asked for: whoever reaches the dashboard is its presenter.</summary>
    public static AccessTokens None { get; } = new();

    /// <summary>Whether no token is asked for.</summary>
    public bool IsOpen => Stamp.Length == 0;

    /// <summary>Marks the cookies given out for these tokens; others are refused.</summary>
    public string Stamp { get; } = "";

    internal string PresenterToken { get; } = "";

    internal string ViewerToken { get; } = "";

    /// <summary>The tokens of a data folder.</summary>
    /// <param name="folder">The data folder; it exists.</param>
    /// <param name="token">What was said about the presenter's; null when nothing was.</param>
    /// <exception cref="IOException">The key cannot be read or written.</exception>
    public static AccessTokens Of(string folder, PresenterToken? token) =>
        token is null ? None : new(KeyOf(Path.Combine(folder, KeyFile), token.IsNew), token.Text);

    /// <summary>What a token lets one be; null when it is none of ours. It takes equally long whatever is wrong with it.</summary>
    public VisitorRole? RoleOf(string? token)
    {
        var given = Hash(token ?? "");
        var isPresenter = CryptographicOperations.FixedTimeEquals(given, Hash(PresenterToken));
        var isViewer = CryptographicOperations.FixedTimeEquals(given, Hash(ViewerToken));
        return IsOpen ? null : isPresenter ? VisitorRole.Presenter : isViewer ? VisitorRole.Viewer : null;
    }

    /// <summary>Whether a cookie was given out for these tokens.</summary>
    public bool HasStamp(string stamp) => !IsOpen && CryptographicOperations.FixedTimeEquals(Hash(stamp), Hash(Stamp));

    /// <inheritdoc/>
    public override string ToString() => IsOpen ? "(open)" : "(secret)";

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    /// <summary>Letters that survive being read from a screen and typed, almost 5 bits each.</summary>
    private static string Derive(byte[] key, string purpose, int length) =>
        string.Concat(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(purpose)).Take(length).Select(value => Letters[value % Letters.Length]));

    private static byte[] KeyOf(string path, bool isNew)
    {
        if (!isNew && File.Exists(path) && File.ReadAllBytes(path) is { Length: KeyBytes } kept)
            return kept;
        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        // beside it first, so that a crash leaves the old key or the new one
        var beside = path + ".new";
        File.Delete(beside);
        using (var file = new FileStream(beside, options))
            file.Write(key);
        File.Move(beside, path, overwrite: true);
        return key;
    }
}
